package vn.quyche.core.api.ui;

/**
 * One entry of the menu.
 *
 * @param section the group of entries it stands in
 * @param order its place within the section, small first
 * @param path where it leads, for example {@code /group/groups}
 * @param labelKey the message key of its word
 * @param icon the name of an icon of the shell's set
 * @param permission who sees it; empty for everyone who is signed in
 */
public record NavEntry(Section section, int order, String path, String labelKey, String icon, String permission) {

    /** The groups of the menu, in order. */
    public enum Section {
        MY_WORK,
        GROUPS,
        DOCUMENTS,
        MAIL,
        PORTAL,
        CAMERA,
        DISTRICT,
        REGULATIONS,
        SCHOOL,
        ADMIN
    }
}
