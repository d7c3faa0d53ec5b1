export const placeOrder = 'placeOrder'
