import type { Claim } from "../../core/scenario.ts";
import type { Command } from "../command.ts";
import { loadModel } from "../load.ts";
import { formatTable } from "../table.ts";

export const claims: Command = {
  name: "claims",
  summary: "Lists the quantities on which sources differ, the value used, and why",
  usage: "cli -- claims [--format table|json]",
  flags: {},
  formats: ["table", "json"],
  async run(flags, format) {
    const { scenario } = await loadModel(flags);
    if (format === "json") return { output: JSON.stringify(scenario.claims, null, 2), exitCode: 0 };
    const rows = scenario.claims.map((claim) => [claim.id, claim.quantity.en, claim.used.text.en, conflictOf(claim)]);
    return { output: formatTable(["claim", "quantity", "used", "values (sources)"], rows), exitCode: 0 };
  },
};

function conflictOf(claim: Claim): string {
  return claim.values.map((value) => `${value.text.en} (${value.sourceIds.join(", ")})`).join(" · ");
}
