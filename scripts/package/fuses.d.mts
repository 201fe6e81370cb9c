export const wantedFuses: Readonly<Record<number, boolean>>
export function fuseName(fuse: number | string): string
export function fuseFaults(wire: Readonly<Record<string, number | undefined>>): string[]
