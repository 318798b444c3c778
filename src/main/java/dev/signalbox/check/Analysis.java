package dev.signalbox.check;

import dev.signalbox.schedule.Schedule;
import dev.signalbox.verdict.VerdictTable;

/** What follows from a plan without errors. */
public record Analysis(VerdictTable verdicts, Schedule schedule, PlanCosts costs) {}
