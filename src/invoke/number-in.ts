/** The number in "12", "#12", "12.", "no. 12" or "nº 12"; undefined for everything else. */
export function numberIn(typed: string): number | undefined {
  const digits = /^(?:#|n[o°º]\.?\s*)?(\d{1,15})\.?$/i.exec(typed.trim())?.[1];
  return digits === undefined ? undefined : Number(digits);
}
