/** What the house decides where a place's document is silent; every place may change it. */
export const HOUSE_RULES = '邻里通用规则'
