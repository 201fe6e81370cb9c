export function runtimeLength(image: string): number
