import type { SystemWords } from '../systems.ts'

export const ptBRSystems: SystemWords = { mac: {}, windows: {} }
