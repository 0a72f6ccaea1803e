package vn.quyche.core.api.directory;

/**
 * The school itself.
 *
 * @param name its full name
 * @param code its code in the ministry's database
 * @param abbreviation as it stands in document symbols, for example {@code THTA}
 * @param place the place name before dates
 * @param address its address
 */
public record School(String name, String code, String abbreviation, String place, String address) {}
