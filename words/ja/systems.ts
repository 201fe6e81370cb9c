import type { SystemWords } from '../systems.ts'

export const jaSystems: SystemWords = { mac: {}, windows: {} }
