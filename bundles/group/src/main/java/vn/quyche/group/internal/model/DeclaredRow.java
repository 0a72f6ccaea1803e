package vn.quyche.group.internal.model;

/**
 * Somebody on a list, as it stands there.
 *
 * @param row the row in the file, 1 is the first
 * @param name the name, may be empty
 * @param phone the number in its one form when it is one, else as it stands; may be empty
 */
public record DeclaredRow(int row, String name, String phone) {}
