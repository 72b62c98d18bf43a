/** Every screen, by a name for its pictures. */
export const screens = {
  agreements: "/agreements",
  "agreement-004": "/agreements/FES-MEKNES-1",
  "agreement-004-bundle": "/agreements/FES-MEKNES-CONVENTIONS",
  "agreement-001": "/agreements/CASABLANCA-1",
  "agreement-002": "/agreements/ACTIRIS-LI-1",
  "agreement-003": "/agreements/RABAT-MOU-1",
  figure: "/agreements/FES-MEKNES-1?open=figure~FES-MEKNES-1%2F1~announced",
  conflict: "/agreements/CASABLANCA-1?open=figure~CASABLANCA-1%2F1~announced",
  sheet: "/agreements/FES-MEKNES-1/sheet",
  standings: "/standings",
  indicators: "/indicators",
  "promise-bar": "/promise-bar",
  simulated: "/agreements?space=simulated",
  "simulated-agreement": "/agreements/AO-2025-1",
  "simulated-sheet": "/agreements/AO-2025-1/sheet",
  "simulated-figure": "/agreements/AO-2025-1?open=figure~AO-2025-1%2F1~realised",
} as const;
