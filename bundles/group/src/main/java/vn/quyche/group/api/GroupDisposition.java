package vn.quyche.group.api;

/** What is decided on a group. Clause TB.3. */
public enum GroupDisposition {
    /** Công nhận. */
    RECOGNISE(GroupStatus.PROPOSED, GroupStatus.ACTIVE),
    /** Tiếp tục duy trì; a temporary group may get a later last day. */
    KEEP(GroupStatus.ACTIVE, GroupStatus.ACTIVE),
    /** Đổi tên. */
    RENAME(GroupStatus.ACTIVE, GroupStatus.ACTIVE),
    /** Chuyển sang ứng dụng khác. */
    MIGRATE_PLATFORM(GroupStatus.ACTIVE, GroupStatus.ACTIVE),
    /** Ghép vào nhóm khác. */
    MERGE(GroupStatus.ACTIVE, GroupStatus.MERGED),
    /** Giải tán. */
    DISBAND(GroupStatus.ACTIVE, GroupStatus.DISSOLVED),
    /** Không công nhận. */
    REFUSE(GroupStatus.PROPOSED, GroupStatus.REFUSED);

    private final GroupStatus from;
    private final GroupStatus to;

    GroupDisposition(GroupStatus from, GroupStatus to) {
        this.from = from;
        this.to = to;
    }

    /** Where a group must stand so that this can be decided. */
    public GroupStatus from() {
        return from;
    }

    /** Where the group stands afterwards. */
    public GroupStatus to() {
        return to;
    }
}
