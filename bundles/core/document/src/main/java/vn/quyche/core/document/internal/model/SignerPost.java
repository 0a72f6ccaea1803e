package vn.quyche.core.document.internal.model;

import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.print.SigningCapacity;

/** In whose name and as what somebody signs, as it stands above the signature. */
public final class SignerPost {

    private static final String HEAD = "HIỆU TRƯỞNG";
    private static final String LEADERSHIP = "BAN GIÁM HIỆU";

    private SignerPost() {}

    /** The lines above the signature. */
    public static List<String> lines(SigningCapacity capacity, Optional<Person> signer) {
        String whom = capacity == SigningCapacity.ON_BEHALF ? LEADERSHIP : HEAD;
        return capacity.lines(whom, signer.map(SignerPost::title).orElse("")).stream()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String title(Person person) {
        for (Post post : Post.values()) {
            if (person.posts().contains(post)) {
                return switch (post) {
                    case PRINCIPAL -> HEAD;
                    case VICE_PRINCIPAL -> "PHÓ HIỆU TRƯỞNG";
                    case SUBJECT_HEAD -> "TỔ TRƯỞNG CHUYÊN MÔN";
                    case SUBJECT_DEPUTY -> "TỔ PHÓ CHUYÊN MÔN";
                    case OFFICE_HEAD -> "TỔ TRƯỞNG TỔ VĂN PHÒNG";
                    case RECORDS_CLERK -> "VĂN THƯ";
                    case ACCOUNTANT -> "KẾ TOÁN";
                    default -> "";
                };
            }
        }
        return "";
    }
}
