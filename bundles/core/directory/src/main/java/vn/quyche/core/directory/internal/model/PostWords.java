package vn.quyche.core.directory.internal.model;

import static java.util.Map.entry;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.directory.Post;

/** Reads posts as staff lists write them: "Giáo viên THCS hạng II", "Tổ trưởng; Tổng phụ trách Đội". */
public final class PostWords {

    /** The more special words stand before the more general ones. */
    private record Word(String word, Post post) {}

    private static final List<Word> WORDS = List.of(
            new Word("pho hieu truong", Post.VICE_PRINCIPAL),
            new Word("hieu pho", Post.VICE_PRINCIPAL),
            new Word("hieu truong", Post.PRINCIPAL),
            new Word("to truong van phong", Post.OFFICE_HEAD),
            new Word("to truong to van phong", Post.OFFICE_HEAD),
            new Word("to truong bao ve", Post.HEAD_OF_GUARDS),
            new Word("truong phong bao ve", Post.HEAD_OF_GUARDS),
            new Word("to truong", Post.SUBJECT_HEAD),
            new Word("to pho", Post.SUBJECT_DEPUTY),
            new Word("pho to truong", Post.SUBJECT_DEPUTY),
            new Word("tong phu trach", Post.PIONEER_LEADER),
            new Word("bi thu chi bo", Post.PARTY_SECRETARY),
            new Word("chu tich cong doan", Post.UNION_CHAIR),
            new Word("bi thu chi doan", Post.YOUTH_SECRETARY),
            new Word("bi thu doan", Post.YOUTH_SECRETARY),
            new Word("van thu", Post.RECORDS_CLERK),
            new Word("ke toan", Post.ACCOUNTANT),
            new Word("thu quy", Post.CASHIER),
            new Word("y te", Post.HEALTH_OFFICER),
            new Word("thu vien", Post.LIBRARIAN),
            new Word("thiet bi", Post.EQUIPMENT_OFFICER),
            new Word("cong nghe thong tin", Post.IT_OFFICER),
            new Word("cntt", Post.IT_OFFICER),
            new Word("bao ve", Post.GUARD),
            new Word("giao vien chu nhiem", Post.HOMEROOM_TEACHER),
            new Word("chu nhiem", Post.HOMEROOM_TEACHER),
            new Word("chuyen vien", Post.AUTHORITY_OFFICER),
            new Word("cong tac vien", Post.CONTRIBUTOR),
            new Word("giao vien bo mon", Post.SUBJECT_TEACHER),
            new Word("giao vien", Post.TEACHER),
            new Word("gv", Post.TEACHER),
            new Word("phuc vu", Post.SUPPORT_STAFF),
            new Word("tap vu", Post.SUPPORT_STAFF),
            new Word("cap duong", Post.SUPPORT_STAFF),
            new Word("nau an", Post.SUPPORT_STAFF),
            new Word("lai xe", Post.SUPPORT_STAFF),
            new Word("nhan vien", Post.SUPPORT_STAFF));
    private static final Pattern PARTS = Pattern.compile("[,;/+&\\n]|\\bkiem\\b|\\bva\\b");
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");
    /** What stands for "none" in such columns. */
    private static final Set<String> NOTHING = Set.of("", "khong", "0", "nhiem");

    private static final Map<Post, String> SHOWN = Map.ofEntries(
            entry(Post.PRINCIPAL, "Hiệu trưởng"),
            entry(Post.VICE_PRINCIPAL, "Phó hiệu trưởng"),
            entry(Post.SUBJECT_HEAD, "Tổ trưởng"),
            entry(Post.SUBJECT_DEPUTY, "Tổ phó"),
            entry(Post.OFFICE_HEAD, "Tổ trưởng văn phòng"),
            entry(Post.RECORDS_CLERK, "Văn thư"),
            entry(Post.ACCOUNTANT, "Kế toán"),
            entry(Post.CASHIER, "Thủ quỹ"),
            entry(Post.TEACHER, "Giáo viên"),
            entry(Post.HOMEROOM_TEACHER, "Giáo viên chủ nhiệm"),
            entry(Post.SUBJECT_TEACHER, "Giáo viên bộ môn"),
            entry(Post.PIONEER_LEADER, "Tổng phụ trách Đội"),
            entry(Post.PARTY_SECRETARY, "Bí thư Chi bộ"),
            entry(Post.UNION_CHAIR, "Chủ tịch Công đoàn"),
            entry(Post.YOUTH_SECRETARY, "Bí thư Chi đoàn"),
            entry(Post.IT_OFFICER, "Nhân viên công nghệ thông tin"),
            entry(Post.HEALTH_OFFICER, "Nhân viên y tế"),
            entry(Post.LIBRARIAN, "Nhân viên thư viện"),
            entry(Post.EQUIPMENT_OFFICER, "Nhân viên thiết bị"),
            entry(Post.GUARD, "Bảo vệ"),
            entry(Post.HEAD_OF_GUARDS, "Tổ trưởng bảo vệ"),
            entry(Post.AUTHORITY_OFFICER, "Chuyên viên"),
            entry(Post.CONTRIBUTOR, "Cộng tác viên"),
            entry(Post.SUPPORT_STAFF, "Nhân viên phục vụ"));

    private PostWords() {}

    /** The post as a list names it; {@link #read} understands it. */
    public static String word(Post post) {
        return SHOWN.get(post);
    }

    /** The posts that a text names; empty when some part of it is not understood. */
    public static Optional<Set<Post>> read(String text) {
        Set<Post> posts = EnumSet.noneOf(Post.class);
        for (String part : PARTS.split(VietnameseText.fold(text))) {
            String words = NO_WORD.matcher(part).replaceAll(" ").strip();
            if (NOTHING.contains(words)) {
                continue;
            }
            Optional<Post> post = WORDS.stream()
                    .filter(w -> (' ' + words + ' ').contains(' ' + w.word() + ' '))
                    .map(Word::post)
                    .findFirst();
            if (post.isEmpty()) {
                return Optional.empty();
            }
            posts.add(post.get());
        }
        return Optional.of(posts);
    }
}
