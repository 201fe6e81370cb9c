/** A name that isn't ours to write, kept from turning the direction of the words around it. */
export function Name({ text }: { text: string }) {
  return <bdi>{text}</bdi>
}
