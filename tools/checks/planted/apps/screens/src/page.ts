export const page = 'hand'
