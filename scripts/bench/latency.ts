import { Agent, get } from "node:http";

/** One connection that stays open, as a browser's does: what is measured is the answer, not the handshake. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** How long a GET takes until its last byte, in milliseconds. @throws Error for any status but 200 */
export function timeOf(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const startedMs = performance.now();
    get(address, { agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${address} answered ${response.statusCode}`));
      response.resume().once("end", () => resolve(performance.now() - startedMs));
    }).once("error", reject);
  });
}

/** Takes turns between addresses, so that whatever else the machine does falls on all alike. Sorted times, one list each. */
export async function timesOf(addresses: readonly string[], rounds: number): Promise<number[][]> {
  const times = addresses.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, address] of addresses.entries()) times[index]?.push(await timeOf(address));
  }
  return times.map((list) => list.sort((a, b) => a - b));
}

/** The value below which `share` of the sorted list lies. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(sorted: readonly number[]): number {
  return quantile(sorted, 0.5);
}
