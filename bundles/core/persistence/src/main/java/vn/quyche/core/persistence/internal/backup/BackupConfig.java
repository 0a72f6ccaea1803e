package vn.quyche.core.persistence.internal.backup;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** When the school backs itself up, and where to. */
@ObjectClassDefinition(id = BackupConfig.PID, name = "Quyche: sao lưu định kỳ")
@interface BackupConfig {

    /** The PID. */
    String PID = "vn.quyche.core.persistence.backup";

    @AttributeDefinition(
            name = "Thư mục",
            description = "Nơi giữ các bản sao lưu, nên ở ổ đĩa khác; để trống là không sao lưu định kỳ",
            required = false)
    String folder() default "";

    @AttributeDefinition(name = "Giờ", description = "Giờ Việt Nam, ví dụ 02:00")
    String at() default "02:00";

    @AttributeDefinition(name = "Số bản giữ lại", min = "1")
    int keep() default 14;
}
