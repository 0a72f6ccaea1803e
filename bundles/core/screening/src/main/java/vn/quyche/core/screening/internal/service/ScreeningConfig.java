package vn.quyche.core.screening.internal.service;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How strictly files are screened, and by which virus scanner. Changes hold at once. */
@ObjectClassDefinition(id = ScreeningConfig.PID, name = "Quyche: kiểm tra nội dung")
@interface ScreeningConfig {

    /** The PID. */
    String PID = "vn.quyche.core.screening";

    @AttributeDefinition(
            name = "Địa chỉ ClamAV",
            description = "<máy>:<cổng> hoặc unix:<đường dẫn>; để trống nếu không có",
            required = false)
    String clamav_address() default "";

    @AttributeDefinition(name = "ClamAV: thời gian chờ (giây)", min = "1")
    int clamav_timeoutSeconds() default 30;

    @AttributeDefinition(name = "ClamAV: cỡ tệp lớn nhất (MB), như StreamMaxLength", min = "1")
    int clamav_maxMegabytes() default 25;

    @AttributeDefinition(name = "Từ chối tệp chưa quét vi-rút")
    boolean refuse_unscanned() default false;

    @AttributeDefinition(name = "Từ chối tài liệu có macro")
    boolean refuse_macros() default false;

    @AttributeDefinition(name = "Từ chối tệp không đọc được nội dung")
    boolean refuse_unreadable() default true;

    @AttributeDefinition(
            name = "Thư mục danh mục từ",
            description = "Mỗi tệp .txt (UTF-8) là một danh mục; thư mục chưa có thì được tạo với danh mục mẫu")
    String words_folder() default "${karaf.etc}/screening";

    @AttributeDefinition(name = "Cỡ tệp lớn nhất (MB)", min = "1")
    int max_megabytes() default 500;

    @AttributeDefinition(name = "Thời gian kiểm tra một tệp (giây)", min = "1")
    int max_seconds() default 30;

    @AttributeDefinition(name = "Số tệp kiểm tra cùng lúc", min = "1")
    int max_atOnce() default 4;

    @AttributeDefinition(name = "Tệp nén: số mục nhiều nhất", min = "1")
    int archive_entries() default 2000;

    @AttributeDefinition(name = "Tệp nén: cỡ nhiều nhất sau khi giải nén (MB)", min = "1")
    int archive_megabytes() default 1024;

    @AttributeDefinition(name = "Tệp nén: tỉ lệ nén lớn nhất", min = "2")
    int archive_ratio() default 200;

    @AttributeDefinition(name = "Tệp nén: số lớp lồng nhau nhiều nhất", min = "1")
    int archive_depth() default 4;
}
