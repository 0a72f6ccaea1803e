package vn.quyche.signing.internal.service;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an administrator may set in {@code etc/vn.quyche.signing.verify.cfg}. */
@ObjectClassDefinition(id = VerificationConfig.PID, name = "Quyche: kiểm tra chữ ký số")
public @interface VerificationConfig {

    /** The name of the configuration. */
    String PID = "vn.quyche.signing.verify";

    @AttributeDefinition(name = "Cỡ tệp lớn nhất (MB)", min = "1")
    int max_megabytes() default 20;

    @AttributeDefinition(name = "Số trang PDF nhiều nhất", min = "1")
    int max_pages() default 2000;

    @AttributeDefinition(name = "Thời gian kiểm tra một tệp (giây)", min = "1")
    int max_seconds() default 20;

    @AttributeDefinition(name = "Số tệp kiểm tra cùng lúc", min = "1")
    int at_once() default 2;

    @AttributeDefinition(name = "Danh sách thu hồi dùng được trong bao nhiêu ngày", min = "1")
    int crl_days() default 7;
}
