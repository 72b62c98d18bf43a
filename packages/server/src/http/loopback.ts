// This machine, by the names and addresses under which it reaches itself.
const names = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|::1)$/i;

/** Whether only this machine reaches the name. */
export const isLoopback = (host: string) => names.test(host);

/** Whether a request comes from this machine. */
export const isLoopbackAddress = (address: string) => /^(::ffff:)?127\.|^::1$/.test(address);
