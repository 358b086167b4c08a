/** Names that stay apart also where letter case does not count. */
export function uniqueNames(): (stem: string) => string {
  const taken = new Set<string>();
  return (stem) => {
    let name = stem;
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${stem}_${count}`;
    taken.add(name.toLowerCase());
    return name;
  };
}
