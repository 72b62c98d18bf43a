import { defineRoutes } from "../kernel/index.ts";
import { addToComplaint, followComplaint } from "./come-back.ts";
import { answerComplaint, listComplaints, openComplaint } from "./handle.ts";
import { lodgeComplaint } from "./lodge-complaint.ts";

export const routes = defineRoutes([
  {
    method: "POST",
    path: "/complaints",
    act: lodgeComplaint,
    summary: "Tell that money was asked, without an account",
    open: true,
  },
  {
    method: "POST",
    path: "/complaints/follow",
    act: followComplaint,
    summary: "Read the state and the answers with a receipt",
    open: true,
  },
  {
    method: "POST",
    path: "/complaints/additions",
    act: addToComplaint,
    summary: "Add something with a receipt",
    open: true,
  },
  {
    method: "GET",
    path: "/complaints",
    query: listComplaints,
    summary: "The complaints, without their words",
  },
  {
    method: "POST",
    path: "/complaints/:number/opening",
    act: openComplaint,
    summary: "The words of a complaint; the journal keeps who read them",
  },
  {
    method: "POST",
    path: "/complaints/:number/answers",
    act: answerComplaint,
    summary: "Answer a complaint, or decide it",
  },
]);
