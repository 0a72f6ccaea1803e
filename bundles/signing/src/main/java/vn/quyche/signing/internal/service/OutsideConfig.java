package vn.quyche.signing.internal.service;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an administrator may set in {@code etc/vn.quyche.signing.outside.cfg}. */
@ObjectClassDefinition(id = OutsideConfig.PID, name = "Quyche: ký bằng khóa ở ngoài máy chủ")
public @interface OutsideConfig {

    /** The name of the configuration. */
    String PID = "vn.quyche.signing.outside";

    @AttributeDefinition(name = "Chờ giá trị chữ ký (phút)", min = "1")
    int prepared_minutes() default 30;

    @AttributeDefinition(
            name = "Lượt dùng USB bỏ dở được khép lại sau (giờ)",
            description = "Lượt đã cho phép mà máy chủ dừng giữa chừng",
            min = "1")
    int granted_hours() default 24;

    @AttributeDefinition(
            name = "Cổng của trợ lý ký số trên máy của người ký",
            description = "Như cổng đã đặt trong trợ lý",
            min = "1024",
            max = "65535")
    int agent_port() default 37643;

    @AttributeDefinition(
            name = "Dịch vụ ký từ xa được dùng",
            description = "tên=địa chỉ, cách nhau bằng dấu phẩy, ví dụ nha-cung-cap=https://ky.example/csc/v1")
    String remote_services() default "";

    @AttributeDefinition(name = "Chờ dịch vụ ký từ xa (giây)", min = "1")
    int remote_seconds() default 20;
}
