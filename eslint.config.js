import js from "@eslint/js";
import globals from "globals";
import { defineConfig, globalIgnores } from "eslint/config";

// Types are tsc's work (tsconfig.json): here only what it cannot see.
export default defineConfig([
  globalIgnores([".cache/", ".venv/", "build/", "mutants/", "site/", "test-results/"]),
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error", reportUnusedInlineConfigs: "error" },
    rules: {
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "no-alert": "error",
      "no-console": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-script-url": "error",
      "no-shadow": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "require-await": "error",
    },
  },
  { files: ["overrides/assets/**/*.js"], languageOptions: { globals: globals.browser } },
  { files: ["generator/runtime/*.mjs"], languageOptions: { globals: globals.nodeBuiltin } },
  { files: ["overrides/assets/js/worker.js"], languageOptions: { globals: globals.worker } },
  { files: ["overrides/sw.js"], languageOptions: { globals: globals.serviceworker, sourceType: "script" } },
  {
    files: ["*.js", "tests/**/*.{js,mjs}", "benchmarks/**/*.{js,mjs}"],
    languageOptions: { globals: globals.node },
    rules: { "no-console": "off" },
  },
]);
