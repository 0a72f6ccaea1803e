package vn.quyche.district.api;

/** How a school's list comes to the district. */
public enum CollectDoor {
    /** The district reads {@code /api/group/v1} of the school. */
    REST,
    /** The district calls {@code /soap/group/v1} of the school. */
    SOAP,
    /** The school sends it; the district asks nobody. */
    PUSH
}
