package vn.quyche.group.api.members;

/** What a directive is about; each group says which of these it is for. Clause BC.2.1. */
public enum MessageKind {
    /** Chủ trương, chính sách. */
    POLICY,
    /** Pháp luật. */
    LAW,
    /** Chỉ đạo, điều hành. */
    DIRECTION,
    /** Chuyên môn, tài liệu học tập. */
    PROFESSION,
    /** Họp, lịch công tác. */
    MEETING,
    /** Phong trào, hoạt động, thi đua. */
    ACTIVITY
}
