// Planted: sql-in-stores-and-views
export { Pool } from 'pg'
