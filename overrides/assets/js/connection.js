// What the connection allows to be fetched before a reader has asked for it.

/** @returns {{saveData?: boolean, effectiveType?: string}} Nothing where the browser does not tell. */
const connection = () => ("connection" in navigator ? Object(navigator.connection) : {});

/** Whether the reader has asked the browser to save data: then nothing is fetched unasked. */
export const isSparing = () => Boolean(connection().saveData) || matchMedia("(prefers-reduced-data: reduce)").matches;

/** Whether the connection is known to be fast, and not to be spared. */
export const isFast = () => connection().effectiveType === "4g" && !isSparing();
