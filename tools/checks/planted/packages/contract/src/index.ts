export const word = '点单'
