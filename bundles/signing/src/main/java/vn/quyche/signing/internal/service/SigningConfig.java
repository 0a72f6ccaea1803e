package vn.quyche.signing.internal.service;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an administrator may set in {@code etc/vn.quyche.signing.sign.cfg}. */
@ObjectClassDefinition(id = SigningConfig.PID, name = "Quyche: ký số")
public @interface SigningConfig {

    /** The name of the configuration. */
    String PID = "vn.quyche.signing.sign";

    @AttributeDefinition(
            name = "Thư viện PKCS#11 được dùng",
            description = "tên=đường dẫn, cách nhau bằng dấu phẩy, ví dụ softhsm=/usr/lib/softhsm/libsofthsm2.so")
    String pkcs11_libraries() default "";

    @AttributeDefinition(
            name = "Cho phép tệp khóa phần mềm ký thay con dấu của trường",
            description = "Chỉ dùng cho trường ngoài công lập, cấp trên và chạy thử")
    boolean software_seal() default false;

    @AttributeDefinition(
            name = "Dịch vụ cấp dấu thời gian (RFC 3161)",
            description = "Các địa chỉ http(s), cách nhau bằng dấu phẩy; hỏi lần lượt")
    String tsa_urls() default "";

    @AttributeDefinition(name = "Chờ dịch vụ cấp dấu thời gian (giây)", min = "1")
    int tsa_seconds() default 10;

    @AttributeDefinition(name = "Giờ của dịch vụ được lệch giờ máy chủ (phút)", min = "1")
    int tsa_clock_minutes() default 10;

    @AttributeDefinition(name = "Cỡ tệp lớn nhất được ký (MB)", min = "1")
    int max_megabytes() default 20;

    @AttributeDefinition(name = "Số tệp ký cùng lúc", min = "1")
    int at_once() default 2;

    @AttributeDefinition(name = "Chờ thiết bị đang có người dùng (giây)", min = "1")
    int device_seconds() default 20;

    @AttributeDefinition(
            name = "Mức chữ ký được giữ lâu dài",
            description =
                    "T: chỉ dấu thời gian; LT: thêm chứng thư, danh sách thu hồi; LTA: thêm dấu thời gian lưu trữ")
    String level_wanted() default "T";

    @AttributeDefinition(name = "Xin lại dấu thời gian lưu trữ trước khi hết hạn (ngày)", min = "1")
    int level_renew_days() default 90;
}
