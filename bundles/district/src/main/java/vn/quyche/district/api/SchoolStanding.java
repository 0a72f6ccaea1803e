package vn.quyche.district.api;

/**
 * A school, and how its groups stand.
 *
 * @param school the school
 * @param counts its groups that are not gone
 */
public record SchoolStanding(DistrictSchool school, GroupCounts counts) {}
