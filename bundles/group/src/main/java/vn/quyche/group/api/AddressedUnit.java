package vn.quyche.group.api;

/**
 * A unit or campus of the directory to which a directive is addressed. Clauses BC.2.2, BC.5.5.
 *
 * @param id the id of the unit or campus
 * @param name its name; of an issued directive that of the day of issue
 * @param recipients how many people receive the directive for it; who belongs to two units counts in both
 */
public record AddressedUnit(String id, String name, int recipients) {}
