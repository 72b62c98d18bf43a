// What the server gathers from the folders' doors, for the tests of this folder.
import {
  coreFolders,
  folderPath,
  joinPermissions,
  type PermissionTable,
  type WorkQuestion,
} from "../../kernel/index.ts";

export async function gatherWork(): Promise<{
  work: readonly WorkQuestion[];
  permissions: PermissionTable;
}> {
  const doors = await Promise.all(
    coreFolders().map(
      (folder) =>
        import(new URL("index.ts", folderPath(folder)).href) as Promise<{
          work?: readonly WorkQuestion[];
          permissions?: PermissionTable;
        }>,
    ),
  );
  return {
    work: doors.flatMap(({ work }) => work ?? []),
    permissions: joinPermissions(doors.flatMap(({ permissions }) => (permissions ? [permissions] : []))),
  };
}
