package vn.quyche.demo.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.quyche.core.api.directory.Gender;

/** Invented Vietnamese names, the same ones each time. */
final class DemoNames {

    private static final String[] FAMILY = {
        "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương", "Lý", "Đinh", "Mai"
    };
    private static final String[] MIDDLE_F = {"Thị Ngọc", "Thu", "Minh", "Thị Thanh", "Bích", "Khánh", "Diệu"};
    private static final String[] GIVEN_F = {
        "Lan", "Hà", "Ánh", "Hân", "Vy", "Trúc", "Mai", "Thảo", "Yến", "Quỳnh", "Nga", "Oanh", "Phượng", "Thủy"
    };
    private static final String[] MIDDLE_M = {"Quang", "Hải", "Gia", "Đức", "Thanh", "Văn", "Xuân"};
    private static final String[] GIVEN_M = {
        "Vinh", "Đăng", "Bảo", "Tùng", "Sơn", "Phúc", "Lâm", "Khoa", "Hiếu", "Toàn", "Việt"
    };

    private DemoNames() {}

    /** A name in its parts. */
    record Name(String family, String middle, String given, Gender gender) {

        String full() {
            return family + " " + middle + " " + given;
        }
    }

    /** So many different names; two of three are women's, as in most schools. */
    static List<Name> make(int count) {
        List<Name> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; names.size() < count; i++) {
            boolean woman = i % 3 != 0;
            String[] middle = woman ? MIDDLE_F : MIDDLE_M;
            String[] given = woman ? GIVEN_F : GIVEN_M;
            Name name = new Name(
                    FAMILY[(i * 5 + i / 14) % FAMILY.length],
                    middle[(i * 3 + i / 7) % middle.length],
                    given[(i * 11 + i / 5) % given.length],
                    woman ? Gender.FEMALE : Gender.MALE);
            if (taken.add(name.full())) {
                names.add(name);
            }
        }
        return names;
    }
}
