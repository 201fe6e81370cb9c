import type { SystemWords } from '../systems.ts'

export const deSystems: SystemWords = { mac: {}, windows: {} }
