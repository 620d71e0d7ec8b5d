// Boxes that would cover each other are moved apart; what stands fixed stays.

const GAP = 14;
const ROUNDS = 40;
const CELL = 260; // wider than any box: only boxes of neighbouring cells can meet

/**
 * Return new places by id for boxes `{id, x, y, wide, high, fixed}`, of which x and y are the middle.
 * The nearest way out of another box is taken, round after round, until nothing covers anything.
 */
export function spread(boxes) {
  const moved = boxes.map((box) => ({ ...box }));
  for (let round = 0; round < ROUNDS; round += 1) if (!pushApart(moved, round)) break;
  return new Map(moved.map(({ id, x, y }) => [id, { x: Math.round(x), y: Math.round(y) }]));
}

function pushApart(boxes, round) {
  const cells = new Map();
  for (const box of boxes) {
    const cell = `${Math.floor(box.x / CELL)},${Math.floor(box.y / CELL)}`;
    if (!cells.has(cell)) cells.set(cell, []);
    cells.get(cell).push(box);
  }
  let any = false;
  for (const [cell, inside] of cells) {
    const [column, line] = cell.split(",").map(Number);
    for (let right = 0; right <= 1; right += 1)
      for (let down = right ? -1 : 0; down <= 1; down += 1) {
        const others = cells.get(`${column + right},${line + down}`) ?? [];
        for (const one of inside)
          for (const other of others)
            if (one !== other && (others !== inside || one.id < other.id))
              any = part(one, other, round) || any;
      }
  }
  return any;
}

/** Move two boxes apart where they meet; tell whether they did. */
function part(one, other, round) {
  if (one.fixed && other.fixed) return false;
  const x = (one.wide + other.wide) / 2 + GAP - Math.abs(one.x - other.x);
  const y = (one.high + other.high) / 2 + GAP - Math.abs(one.y - other.y);
  if (x <= 0.5 || y <= 0.5) return false;
  // Later rounds go sideways too where the near way out leads to and fro between two boxes.
  const isSideways = round % 7 === 6 ? x > y : x < y;
  const [axis, far] = isSideways ? ["x", x] : ["y", y];
  const sign = one[axis] < other[axis] || (one[axis] === other[axis] && one.id < other.id) ? -1 : 1;
  const share = one.fixed ? 0 : other.fixed ? 1 : 0.5;
  one[axis] += sign * far * share;
  other[axis] -= sign * far * (1 - share);
  return true;
}
