/** SemVer of the public API: `info.version` of openapi.json and the header `API-Version`. Its major is the /v1 in the path. */
export const API_VERSION = '1.0.0';
