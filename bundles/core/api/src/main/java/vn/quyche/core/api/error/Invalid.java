package vn.quyche.core.api.error;

import java.util.List;

/** The input cannot be accepted as it stands; each field says why. HTTP 400. */
public final class Invalid extends QuycheException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> fields;

    /** One field, one error; the code of the field is the code of the whole. */
    public Invalid(String field, String code, Object... args) {
        super(code, null, null, args);
        this.fields = List.of(new FieldError(field, code, List.of(args)));
    }

    /** Several fields at once; the code of the whole is {@code core.invalid}. */
    public Invalid(List<FieldError> fields) {
        super("core.invalid", null, null, fields.size());
        this.fields = List.copyOf(fields);
    }

    /** What is wrong, field by field. */
    public List<FieldError> fields() {
        return fields == null ? List.of() : fields;
    }
}
