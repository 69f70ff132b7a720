/** What the store itself has written as JSON, of the type with which it was written. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names what it wrote
export function fromJson<T>(text: string): T {
  const value: T = JSON.parse(text);
  return value;
}
