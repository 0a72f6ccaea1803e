package vn.quyche.core.directory.internal.service;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How large staff lists may be. */
@ObjectClassDefinition(name = "Quyche: Danh bạ", description = "Giới hạn khi nhập danh sách nhân sự")
public @interface ImportSettings {

    @AttributeDefinition(name = "Số dòng tối đa", description = "Tệp nhiều dòng hơn bị từ chối")
    int import_max_rows() default 100_000;

    @AttributeDefinition(name = "Dung lượng tối đa (MB)", description = "Tệp lớn hơn bị từ chối")
    int import_max_megabytes() default 30;
}
