package vn.quyche.group.api;

/**
 * An official group whose name looks like another. Clause TB.2.
 *
 * @param id the group
 * @param code its code
 * @param name its name
 */
public record LookAlike(String id, String code, String name) {}
