package vn.quyche.core.security.internal.rest;

/**
 * A change of the own password.
 *
 * @param currentPassword what it is now
 * @param newPassword what it shall be
 */
public record PasswordChange(String currentPassword, String newPassword) {

    @Override
    public String toString() {
        return "PasswordChange";
    }
}
