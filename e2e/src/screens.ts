/** Every screen, by a name for its pictures. */
export const screens = {
  agreements: "/agreements",
  "agreement-004": "/agreements/FM-2021-1",
  bundle: "/agreements/FM-2021",
  figure: "/agreements/FM-2021-1?open=figure~FM-2021-1%2F1~announced",
  standings: "/standings",
  indicators: "/indicators",
  "promise-bar": "/promise-bar",
  simulated: "/agreements?space=simulated",
  "simulated-agreement": "/agreements/AO-2025-1",
} as const;
