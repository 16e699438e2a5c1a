// Where the marks of a chart lie: which one is near a place, and which comes next.
const REACH = 18; // pixels between a finger or pointer and a mark that it means

export class Marks {
  constructor(chart, view) {
    this.chart = chart;
    this.width = view.width();
    this.all = marksIn(view.scenegraph().root, 0, 0);
    const rows = new Map();
    for (const mark of this.all) rows.set(mark.tip.row, [...(rows.get(mark.tip.row) ?? []), mark]);
    this.rows = [...rows.keys()].sort((one, other) => one - other).map((row) => rows.get(row).sort(byPlace));
  }

  // Pixels of the page for one of the drawing.
  get scale() {
    return this.chart.clientWidth / this.width;
  }

  near(event) {
    const place = this.chart.getBoundingClientRect();
    const x = (event.clientX - place.left) / this.scale;
    const y = (event.clientY - place.top) / this.scale;
    const reach = REACH / this.scale;
    const near = this.all.map((mark) => ({ mark, far: distance(mark, x, y) })).filter(({ far }) => far <= reach);
    near.sort((one, other) => one.far - other.far);
    return near[0]?.mark ?? null;
  }

  // The mark that a key leads to; nothing for other keys.
  next(mark, key) {
    const list = this.rows.flat();
    if (key === "Home") return list[0];
    if (key === "End") return list.at(-1);
    if (!["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"].includes(key)) return null;
    if (!mark) return list[0];
    const row = this.rows.findIndex((marks) => marks.includes(mark));
    const step = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
    const isAlong = key === "ArrowLeft" || key === "ArrowRight";
    if (isAlong && this.rows.some((marks) => marks.length > 1)) {
      return this.rows[row][this.rows[row].indexOf(mark) + step] ?? mark;
    }
    const other = this.rows[row + step];
    return other ? nearest(other, middle(mark)) : mark;
  }
}

// A drawing is groups in groups; marks with a tip stand for numbers.
function marksIn(group, left, top) {
  return group.items.flatMap((item) => {
    if (item.items) return marksIn(item, left + (item.x ?? 0), top + (item.y ?? 0));
    if (!item.datum?.tip) return [];
    const { x1, x2, y1, y2 } = item.bounds;
    const box = { left: left + x1, right: left + x2, top: top + y1, bottom: top + y2 };
    return [{ ...box, tip: item.datum.tip, series: item.datum.series }];
  });
}

function distance(mark, x, y) {
  return Math.hypot(Math.max(mark.left - x, 0, x - mark.right), Math.max(mark.top - y, 0, y - mark.bottom));
}

function middle(mark) {
  return (mark.left + mark.right) / 2;
}

function byPlace(one, other) {
  return middle(one) - middle(other);
}

function nearest(marks, x) {
  return marks.reduce((best, mark) => (Math.abs(middle(mark) - x) < Math.abs(middle(best) - x) ? mark : best));
}
