package vn.quyche.core.compliance.internal.store;

import java.time.LocalDate;

/**
 * A day that the office entered.
 *
 * @param day the day
 * @param name its name
 * @param working whether the school works on it although it would rest; else it rests although it would work
 * @param origin what was offered and confirmed, or {@code SWAP-<day>} when it makes up for a holiday; empty for neither
 */
public record CalendarDay(LocalDate day, String name, boolean working, String origin) {}
