/** JSON Schema of a value that an API may leave null. */
export const nullable = (type: string): object => ({ type: [type, 'null'] })
