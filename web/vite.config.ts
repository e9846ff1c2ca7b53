import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // The content security policy allows no data: fonts and no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One script for the whole console, a quarter of it over the line; past a megabyte it is time to split it by page.
    chunkSizeWarningLimit: 1000,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  server: { proxy: { '^/(v1|aanmelden)(/|\\?|$)': process.env.WOONPLEK_URL ?? 'http://127.0.0.1:3000' } },
});
