import { word } from '../../contract/src/index.ts'

export const town = { word }
