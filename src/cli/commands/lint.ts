import { lint as findFaults, type Finding } from "../../core/lint/lint.ts";
import type { Command } from "../command.ts";
import { loadModel } from "../load.ts";
import { formatTable } from "../table.ts";

export const lint: Command = {
  name: "lint",
  summary: "Reports what a careful editor would: impossible speeds, missing sources, claims the tracks contradict",
  usage: "cli -- lint [--format table|json]",
  flags: {},
  formats: ["table", "json"],
  async run(flags, format) {
    const findings = findFaults(await loadModel(flags));
    const open = findings.filter((finding) => !finding.explained);
    return {
      output: format === "json" ? JSON.stringify(findings, null, 2) : table(findings),
      exitCode: open.some((finding) => finding.severity === "error") ? 1 : 0,
    };
  },
};

function table(findings: readonly Finding[]): string {
  const count = (severity: Finding["severity"], explained: boolean) =>
    findings.filter((finding) => finding.severity === severity && Boolean(finding.explained) === explained).length;
  const sum = `${count("error", false)} errors, ${count("warning", false)} warnings, ${count("error", true) + count("warning", true)} explained`;
  if (findings.length === 0) return sum;
  const rows = findings.map((finding) => [
    finding.explained ? "explained" : finding.severity,
    finding.rule,
    finding.path,
    finding.explained ? `${finding.message} — ${finding.explained.en}` : finding.message,
  ]);
  return `${formatTable(["", "rule", "where", "what"], rows)}\n\n${sum}`;
}
