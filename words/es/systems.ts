import type { SystemWords } from '../systems.ts'

export const esSystems: SystemWords = { mac: {}, windows: {} }
