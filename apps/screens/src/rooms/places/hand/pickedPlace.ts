/** A place as a person picked it: its path for the server, its name for people. */
export type PickedPlace = { readonly path: string; readonly name: string }
