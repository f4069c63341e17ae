import assert from "node:assert/strict";
import test from "node:test";
import outline from "../../src/creaspace/foundation/places/data/shifted_area.json";
import { gcj02, isShifted, NO_SHIFT } from "./shift";

const shift = gcj02(outline.rings);

function near(one: number, other: number, room = 1e-9): void {
  assert.ok(Math.abs(one - other) < room, `${one} is not ${other}`);
}

// The pairs that tests/foundation/places holds the server's conversion to.
const published = [
  [
    [31.1774276, 121.5272106],
    [31.17530398364597, 121.531541859215],
  ],
  [
    [22.543847, 113.912316],
    [22.540796131694766, 113.9171764808363],
  ],
  [
    [39.911954, 116.377817],
    [39.91334545536069, 116.38404722455657],
  ],
] as const;

test("a place in mainland China is shifted as published", () => {
  for (const [[lat, lon], [north, east]] of published) {
    const there = shift.toMap({ lon, lat });

    near(there.lat, north);
    near(there.lon, east);
  }
});

test("the shift is undone exactly", () => {
  const kunming = { lon: 102.71, lat: 25.04 };

  const back = shift.fromMap(shift.toMap(kunming));

  near(back.lon, kunming.lon);
  near(back.lat, kunming.lat);
});

test("elsewhere nothing moves, not even next door", () => {
  const valencia = { lon: -0.38, lat: 39.47 };
  const hongKong = { lon: 114.17, lat: 22.3 };
  const hanoi = { lon: 105.85, lat: 21.03 };

  for (const place of [valencia, hongKong, hanoi]) {
    assert.equal(isShifted(place, outline.rings), false);
    assert.deepEqual(shift.toMap(place), place);
    assert.deepEqual(shift.fromMap(place), place);
  }
});

test("a base map in WGS 84 leaves everything where it is", () => {
  assert.deepEqual(NO_SHIFT.toMap({ lon: 102.71, lat: 25.04 }), { lon: 102.71, lat: 25.04 });
});
